package import AccessModel
import Canvas
package import FoundationEssentials

/// A run of many changes while it goes on, and what it came to: each change with its state.
///
/// It shows what the app knows of the run and holds no more than where the person is in it.
package struct RunScreen: Hashable, Sendable {
  /// Which plan it is about.
  package let plan: String
  /// What the plan is called.
  let words: PlanWords
  /// Why it is done.
  let reason: String
  /// How many changes it has.
  let count: Int
  /// Whether only those are shown that did not come to what the plan wants.
  package internal(set) var showsTroubleAlone = false
  /// The place in the plan of the change under the cursor, among all.
  var row = 0
  /// The first row in view.
  var offset = 0

  /// A plan's run.
  package init(_ plan: Plan) {
    self.plan = plan.id
    words = PlanWords(plan)
    reason = plan.reason
    count = plan.changes.count
  }

  package var readAt: Date? { nil }
  package var isLoading: Bool { false }
}

extension RunScreen: Screen {
  var context: Action.Context { .run }

  var place: [Span] {
    [Span("Changes › ", .muted), Span(words.short, .accent), Span("   \(reason)", .muted)]
  }

  mutating func open(_ turn: inout Turn) {}
  mutating func refresh(_ turn: inout Turn) {}
  mutating func cancelLoading(_ turn: inout Turn) -> Bool { false }
  mutating func receive(_ reply: Reply, for generation: Generation, _ turn: inout Turn) {}
  mutating func countDown(_ generation: Generation, _ turn: inout Turn) {}

  mutating func move(_ movement: Movement, _ turn: inout Turn) {
    let visible = max(1, RunLayout(body: turn.body).visibleRows)
    switch movement {
    case .up: row -= 1
    case .down: row += 1
    case .pageUp: row -= visible
    case .pageDown: row += visible
    case .first: row = 0
    case .last: row = count - 1
    case .wheelUp: row -= 3
    case .wheelDown: row += 3
    }
    // Where trouble alone is shown there may be fewer rows: drawing holds the cursor within them.
    row = min(max(0, row), max(0, count - 1))
    reveal(visible)
  }

  /// The place in the plan of the change under the cursor.
  func place(in run: ActiveRun) -> Int? {
    guard showsTroubleAlone else { return row }
    return run.troubled.isEmpty ? nil : run.troubled[min(row, run.troubled.count - 1)]
  }

  /// Shows only what did not come to pass, or everything again.
  mutating func toggleTrouble() {
    showsTroubleAlone.toggle()
    (row, offset) = (0, 0)
  }

  mutating func resize(_ turn: inout Turn) {
    reveal(max(1, RunLayout(body: turn.body).visibleRows))
  }

  mutating func click(_ position: Position, _ turn: inout Turn) {}

  private mutating func reveal(_ visible: Int) {
    if row < offset { offset = row }
    if row >= offset + visible { offset = row - visible + 1 }
  }
}
