package import AccessModel
import Canvas
package import FoundationEssentials

/// The runs on record of the tenant, newest first: when, by whom, why, and where each stands.
package struct ChangesScreen: Hashable, Sendable {
  /// The runs.
  var list = FilteredList<RunSummary>()

  /// A list that has not been read yet.
  package init() {}

  /// The run under the cursor.
  package var current: RunSummary? { list.current }

  package var readAt: Date? { list.whole.readAt }
  package var isLoading: Bool { list.whole.reading != nil }
}

extension RunSummary: Filterable {
  var filterTexts: [String] {
    ["\(id)", beginning.reason, beginning.appliedBy.phrase, beginning.plannedBy ?? ""]
  }
}

extension ChangesScreen: ListScreen {
  var rowsContext: Action.Context { .changes }

  var place: [Span] { [Span("Changes", .accent)] }

  mutating func open(_ turn: inout Turn) { list.read(.runs, &turn) }

  mutating func receive(_ reply: Reply, for generation: Generation, _ turn: inout Turn) {
    guard list.whole.reading == generation else { return }
    switch reply {
    case .runs(let runs):
      list.succeed(runs, at: turn.now, visible: layout(turn.body).visibleRows)
    case .failed(let error): list.fail(error, generation, &turn)
    default: break
    }
  }

  /// A run has ended: what is on record is read again.
  mutating func take(_ report: PlanReport, _ turn: inout Turn) { open(&turn) }
}
