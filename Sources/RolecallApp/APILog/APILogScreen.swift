package import AccessModel
import Canvas
package import FoundationEssentials

/// The last calls of the API that this program made, the newest first.
///
/// It is told of new calls only while it is in view: it asks for those after the last one that it knows, and
/// the answer comes with them.
package struct APILogScreen: Hashable, Sendable {
  /// The calls.
  var list = FilteredList<APICall>()
  /// The number of the newest call.
  var newest = 0
  /// The question for those that come.
  var watching: Generation?

  /// A log that has not been read yet.
  package init() {}

  /// The call under the cursor.
  package var current: APICall? { list.current }

  /// The calls that are shown.
  package var shown: [APICall] { list.shown }

  package var readAt: Date? { list.whole.readAt }
  package var isLoading: Bool { list.whole.reading != nil }
}

extension APICall: Filterable {
  var filterTexts: [String] {
    [
      method, path, operation.purpose, status.map(String.init) ?? "", failure ?? "",
      correlation ?? "",
    ]
  }
}

extension APILogScreen: ListScreen {
  var rowsContext: Action.Context { .apiLog }

  var place: [Span] { [Span("API log", .accent)] }

  mutating func open(_ turn: inout Turn) {
    leave(&turn)
    list.read(.apiCalls(after: nil), &turn)
  }

  mutating func enter(_ turn: inout Turn) { watch(&turn) }

  mutating func leave(_ turn: inout Turn) {
    turn.cancel(watching)
    watching = nil
  }

  mutating func receive(_ reply: Reply, for generation: Generation, _ turn: inout Turn) {
    guard generation == list.whole.reading || generation == watching else { return }
    let isNews = generation == watching
    if isNews { watching = nil }
    switch reply {
    case .apiCalls(let calls):
      newest = calls.last?.number ?? newest
      let known = isNews ? list.whole.value ?? [] : []
      list.succeed(
        Array((calls.reversed() + known).prefix(APICall.kept)), at: turn.now,
        visible: layout(turn.body).visibleRows)
      watch(&turn)
    case .failed(let error): list.fail(error, generation, &turn)
    default: break
    }
  }

  mutating func countDown(_ generation: Generation, _ turn: inout Turn) {}

  /// Asks for the calls that come, unless that is asked already.
  private mutating func watch(_ turn: inout Turn) {
    guard watching == nil, list.whole.value != nil else { return }
    watching = turn.read(.apiCalls(after: newest))
  }
}

extension App {
  /// The log of the API's calls, where it is in view.
  package var apiLogScreen: APILogScreen? { path.last?.as(APILogScreen.self) }
}
