package import AccessModel
import Canvas
package import FoundationEssentials

/// The changes of a run of which nobody knows whether they were made: a person says of each whether it is sent again
/// or left as it is.
///
/// What is not decided stays open. Nothing is sent from here: what was decided is asked about like everything else.
package struct DecideScreen: Hashable, Sendable {
  /// The run.
  package let run: RunNumber
  /// The changes.
  var list = FilteredList<UndecidedChange>()
  /// What was said of them so far, by their places in the run's plan.
  package internal(set) var answers: [Int: ResumeDecision.Answer] = [:]

  private let changes: [UndecidedChange]

  init(_ changes: [UndecidedChange], ofRun run: RunNumber) {
    self.changes = changes
    self.run = run
  }

  package var readAt: Date? { list.whole.readAt }
  package var isLoading: Bool { false }
}

/// A change of which nobody knows whether it was made.
struct UndecidedChange: Filterable {
  /// Its place in the run's plan.
  let id: Int
  let change: Change

  var filterTexts: [String] {
    [change.what, change.user?.displayName ?? "", change.user?.id.rawValue ?? ""]
  }

  /// Those of an offer to go on with a run.
  static func all(of offer: ResumeOffer) -> [UndecidedChange] {
    offer.decisions.toAskPerson.filter(offer.plan.changes.indices.contains).map { place in
      UndecidedChange(id: place, change: offer.plan.changes[place])
    }
  }
}

extension DecideScreen: ListScreen {
  var rowsContext: Action.Context { .decide }

  var place: [Span] {
    [Span("Changes › Run \(run) › ", .muted), Span("Decide", .accent)]
  }

  var isChoice: Bool { true }

  mutating func open(_ turn: inout Turn) {
    list.succeed(changes, at: turn.now, visible: layout(turn.body).visibleRows)
  }

  // What was decided stays: there is nothing to read again here.
  mutating func refresh(_ turn: inout Turn) {}

  mutating func receive(_ reply: Reply, for generation: Generation, _ turn: inout Turn) {}

  /// Takes what is said of the change under the cursor, or of all that are shown.
  mutating func answer(_ answer: ResumeDecision.Answer, ofAll isAll: Bool, _ turn: inout Turn) {
    if isAll {
      for item in list.shown { answers[item.id] = answer }
    } else if let item = list.current {
      answers[item.id] = answer
      move(.down, &turn)
    }
  }
}
