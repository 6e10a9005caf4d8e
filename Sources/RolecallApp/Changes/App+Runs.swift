import AccessModel
import Canvas

extension App {
  /// The run that is under way.
  package var running: ActiveRun? { lastRun.flatMap { $0.isUnderWay ? $0 : nil } }

  /// Whether the run's own screen is in view, which says more than a line.
  var isRunInView: Bool {
    guard let lastRun else { return false }
    return path.last?.as(RunScreen.self)?.plan == lastRun.plan.id
  }

  /// Has a plan carried out that a person has confirmed; one of many is shown while it runs.
  mutating func begin(_ plan: Plan, from origin: PlanOrigin? = nil, _ turn: inout Turn) {
    let active = ActiveRun(plan)
    if let origin {
      switch origin.purpose {
      case .undo: turn.perform(.undo(plan, of: origin.run))
      case .retry: turn.perform(.retry(plan, of: origin.run))
      case .resume(var offer):
        offer.plan.reason = plan.reason
        begin(offer, of: origin.run, &turn)
        return
      }
    } else {
      turn.perform(.run(plan))
    }
    lastRun = active
    leaveChoice(&turn)
    if !active.isSmall { show(RunScreen(plan), &turn) }
  }

  /// Leaves the screen in which was chosen what begins now: what it shows is so no longer.
  private mutating func leaveChoice(_ turn: inout Turn) {
    guard path.count > 1, path.last?.content.isChoice == true else { return }
    withTop { _ = $0.cancelLoading(&turn) }
    path.removeLast()
  }

  /// Takes how a plan stands.
  mutating func take(_ update: RunUpdate, _ turn: inout Turn) {
    guard running?.plan.id == update.plan else { return }
    let paused = lastRun?.update?.pause
    lastRun?.take(update)
    if let pause = update.pause, pause != paused, pause != .person {
      let explanation = pause.explanation
      turn.note(.problem, "\(explanation.problem) \(explanation.remedy)")
    }
  }

  /// Takes what became of a plan: says it, and shows what was read afterwards.
  mutating func finish(
    _ report: PlanReport, outcome: RunOutcome? = nil, _ turn: inout Turn
  ) {
    guard let run = running, run.plan.id == report.plan.id else { return }
    lastRun?.end(report, outcome)
    if let outcome { offerUndo(of: outcome) }
    let hint = hint(after: report)
    if run.isSmall {
      let news = ChangeNews(report)
      turn.note(news.kind, news.text + hint)
    } else if let ended = lastRun, !isRunInView || isEndingAfterRun {
      let news = RunNews(ended)
      turn.note(news.kind, news.text + hint)
    }
    leaveDeletedRoles(report)
    withEach { $0.take(report, &turn) }
    if isEndingAfterRun { isFinished = true }
  }

  /// What can be done after a run, for the end of what is said of it: offered, never done by itself.
  private func hint(after report: PlanReport) -> String {
    var offers: [String] = []
    if undoOffer?.offer.run == report.plan.id { offers.append("u to undo") }
    if let user = userScreen?.id, report.usersWithLess.contains(where: { $0.id == user }) {
      offers.append("x to end the sessions")
    }
    return offers.isEmpty ? "" : " \(offers.joined(separator: ", "))."
  }

  /// Leaves the screens of roles that are gone.
  private mutating func leaveDeletedRoles(_ report: PlanReport) {
    let deleted = Set(
      report.outcomes.filter { $0.change.kind == .deleteRole && $0.state.isSo }
        .compactMap(\.change.role?.id))
    guard !deleted.isEmpty else { return }
    let left = path.filter { screen in
      screen.as(RoleScreen.self).map { !deleted.contains($0.id) } ?? true
    }
    // The list that the role was opened from lies behind it.
    if !left.isEmpty { path = left }
  }

  /// The users who lost something by the run in view or the last one, whose sessions can be ended.
  var usersWithLess: [User] { lastRun?.report?.usersWithLess ?? [] }

  /// Why the sessions of those who lost something cannot be ended now; `nil` where that is asked.
  var obstacleToEndingAccessOfMany: String? {
    if let running { return running.obstacle }
    return usersWithLess.isEmpty ? "nobody lost anything by this run" : nil
  }

  /// Takes what a run on record came to.
  mutating func end(_ outcome: RunOutcome, _ turn: inout Turn) {
    finish(outcome.report, outcome: outcome, &turn)
  }

  /// Takes that a plan was not carried out, or broke off.
  mutating func refuse(_ plan: String, _ explanation: Explanation, _ turn: inout Turn) {
    guard running?.plan.id == plan else { return }
    lastRun?.refuse(explanation)
    turn.note(.problem, "\(explanation.problem) \(explanation.remedy)")
    if isEndingAfterRun { isFinished = true }
  }

  /// Asks something of the run under way.
  mutating func wish(_ wish: ActiveRun.Wish, _ turn: inout Turn) {
    guard let run = running else { return }
    lastRun?.wish = wish
    switch wish {
    case .goOn: turn.perform(.goOn(run.plan.id))
    case .pause: turn.perform(.pauseRun(run.plan.id))
    case .stop: turn.perform(.stopRun(run.plan.id))
    }
  }

  /// Stops the run under way for good, once that was asked for twice.
  mutating func stop(_ turn: inout Turn) {
    guard isAskingToStop else {
      isAskingToStop = true
      turn.note(
        .problem,
        "Stopping is for good: what has not been sent never is. x once more stops; p pauses instead."
      )
      return
    }
    isAskingToStop = false
    wish(.stop, &turn)
  }

  /// Why nothing can be asked of the run under way; `nil` where something can.
  var obstacleToRun: String? {
    guard let run = running else { return "no run is under way" }
    return run.wish == .stop ? "it is being stopped" : nil
  }
}
