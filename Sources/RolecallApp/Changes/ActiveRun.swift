package import AccessModel

/// A run of this program: the plan, how it stands, and what it came to.
///
/// It belongs to the app and not to a screen: leaving a screen ends nothing.
package struct ActiveRun: Hashable, Sendable {
  /// What is carried out.
  package let plan: Plan
  /// The run on record that it goes on with; `nil` for one that began here.
  package let resumes: RunNumber?
  /// What it is called.
  package let words: PlanWords
  /// What was told last; `nil` where nothing was told.
  package private(set) var update: RunUpdate?
  /// What became of changes, by their places in the plan.
  package private(set) var states: [Int: ChangeOutcome.State] = [:]
  /// The places of changes that did not come to what the plan wants, in the order of the news.
  package private(set) var troubled: [Int] = []
  /// What it came to; `nil` while it is under way.
  package private(set) var outcome: RunOutcome?
  /// What became of its changes; `nil` while it is under way.
  package private(set) var report: PlanReport?
  /// Why it was not carried out to its end, where the program itself could not.
  package private(set) var refusal: Explanation?
  /// What the person asked of it last.
  package internal(set) var wish = Wish.goOn

  /// What a person asked of a run.
  package enum Wish: Hashable, Sendable {
    case goOn
    case pause
    case stop
  }

  /// A run that has just begun, or is gone on with.
  package init(_ plan: Plan, resumes: RunNumber? = nil) {
    self.plan = plan
    self.resumes = resumes
    words = PlanWords(plan)
  }

  /// Whether it is under way.
  package var isUnderWay: Bool { report == nil && refusal == nil }

  /// Whether it is about one user, one role or one API, and is told of in a line alone.
  package var isSmall: Bool { resumes == nil && plan.isAboutOne }

  /// Its number in the journal; `nil` until its plan is on record.
  package var number: RunNumber? { outcome?.number ?? update?.number ?? resumes }

  /// Whether it was left where it stands, and can go on another time.
  package var canGoOn: Bool { outcome?.state.canGoOn ?? false }

  /// How far it has come.
  package var progress: RunProgress { update?.progress ?? RunProgress(total: plan.changes.count) }

  /// Takes how it stands.
  package mutating func take(_ update: RunUpdate) {
    guard update.plan == plan.id else { return }
    self.update = update
    note(update.changed)
  }

  /// Takes what became of each change.
  package mutating func end(_ report: PlanReport, _ outcome: RunOutcome? = nil) {
    self.report = report
    self.outcome = outcome
    note(
      Dictionary(
        report.outcomes.enumerated().map { ($0.offset, $0.element.state) },
        uniquingKeysWith: { first, _ in first }))
  }

  /// Takes that it could not be carried out.
  package mutating func refuse(_ explanation: Explanation) { refusal = explanation }

  private mutating func note(_ changed: [Int: ChangeOutcome.State]) {
    for (place, state) in changed.sorted(by: { $0.key < $1.key }) {
      let wasTrouble = states[place].map { !$0.isSo } ?? false
      states[place] = state
      if !state.isSo, !wasTrouble { troubled.append(place) }
      if state.isSo, wasTrouble { troubled.removeAll { $0 == place } }
    }
  }
}

extension ActiveRun {
  /// Why nothing else can be changed meanwhile.
  var obstacle: String {
    guard isSmall, let change = plan.changes.first else { return "a run is still under way" }
    return "\(ChangeWords(change).noun) is still under way"
  }

  /// The run in a line, wherever the person is.
  var passing: String {
    if isSmall, let change = plan.changes.first {
      let words = ChangeWords(change)
      let names = plan.changes.map(\.what).joined(separator: ", ")
      let whom = (change.user?.displayName ?? change.target).map { " \(words.preposition) \($0)" }
      return "\(words.doing) \(names)\(whom ?? "") …"
    }
    let percent = Int(progress.madeFraction * 100)
    let lead =
      update?.pause != nil || wish == .pause
      ? "⏸ Paused" : wish == .stop ? "Stopping" : "Running"
    return "\(lead): \(words.short)  \(percent) %  \(progress.made.grouped) of"
      + " \(progress.total.grouped)  (5)"
  }
}
