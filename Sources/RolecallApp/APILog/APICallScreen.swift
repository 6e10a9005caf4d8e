package import AccessModel
import Canvas
package import FoundationEssentials

/// One call of the API, whole: what was asked, what came back and how long that took, and never a token.
package struct APICallScreen: Hashable, Sendable {
  /// The call.
  package let call: APICall
  /// The first line in view.
  var scroll = 0

  /// A call's screen.
  package init(_ call: APICall) { self.call = call }

  package var readAt: Date? { call.startedAt }
  package var isLoading: Bool { false }
}

extension APICallScreen: Screen {
  var context: Action.Context { .apiCall }

  var place: [Span] { [Span("API log › ", .muted), Span("Call \(call.number.grouped)", .accent)] }

  mutating func open(_ turn: inout Turn) {}
  mutating func refresh(_ turn: inout Turn) {}
  mutating func cancelLoading(_ turn: inout Turn) -> Bool { false }
  mutating func receive(_ reply: Reply, for generation: Generation, _ turn: inout Turn) {}
  mutating func countDown(_ generation: Generation, _ turn: inout Turn) {}
  mutating func click(_ position: Position, _ turn: inout Turn) {}

  mutating func move(_ movement: Movement, _ turn: inout Turn) {
    switch movement {
    case .up: scroll -= 1
    case .down: scroll += 1
    case .pageUp: scroll -= turn.body.rows
    case .pageDown: scroll += turn.body.rows
    case .first: scroll = 0
    case .last: scroll = .max
    case .wheelUp: scroll -= 3
    case .wheelDown: scroll += 3
    }
    resize(&turn)
  }

  mutating func resize(_ turn: inout Turn) {
    let last = max(0, lines(columns: turn.body.columns - 4, nil).count - turn.body.rows)
    scroll = min(max(0, scroll), last)
  }

  func draw(on frame: inout Frame, in body: Rect, _ scene: Scene) {
    let lines = lines(columns: body.columns - 4, scene)
    for (index, line) in lines.dropFirst(scroll).prefix(body.rows).enumerated() {
      frame.draw(
        line: line, at: body.left + 3, body.top + index, columns: body.columns - 4,
        theme: scene.theme)
    }
  }

  /// What is said of it, a fact a line, or more where the room is short.
  private func lines(columns: Int, _ scene: Scene?) -> [Line] {
    let words = CallWords(call)
    var lines = [Line([Span("\(call.method) ", .title), Span(words.path)], hanging: 2), .blank]
    func add(_ label: String, _ value: String?, _ role: StyleRole = .text) {
      guard let value, !value.isEmpty else { return }
      lines.append(Line([Span(label, .muted, columns: 18), Span(value, role)], hanging: 18))
    }
    add("What for", "to \(call.operation.purpose)")
    for item in call.query { add("Query", "\(item.name) = \(item.value)") }
    if call.hasBody { add("Body", "JSON, which is not kept; the run that sent it shows it") }
    add("Sent at", scene?.second(call.startedAt) ?? "…")
    add("Answer", words.answer.text, words.answer.role)
    add("It took", "\(words.milliseconds) ms")
    add("Attempt", "\(call.attempt)")
    add("Rate limit left", call.remaining?.grouped)
    add("Correlation id", call.correlation)
    return lines.flatMap { $0.wrapped(to: max(1, columns)) }
  }
}
