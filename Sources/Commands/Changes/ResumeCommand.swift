import AccessModel
import ArgumentParser
import Changes

/// `rolecall resume`: goes on with a run after an interruption.
struct ResumeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Goes on with a run that was interrupted or paused.",
    discussion: """
      Finishes exactly the run's plan. What the tenant accepted is never sent again; a change of which
      nobody knows is read, looked up in the tenant's log, and then asked about.
      """)

  @Argument(help: "The run's number; the only one that is open, unless given.") var number: Int?
  @OptionGroup var options: RunOptions
  @OptionGroup var tenant: TenantOptions

  func run() throws {
    let session = try ChangesSession(options, tenant, surroundings: .process)
    let choice = RunChoice(number: number, isYes: options.yes)
    try session.run { tenant, bar in
      let journal = try tenant.journal()
      let number = try await choice.open(in: journal)
      let engine = tenant.engine(journal)
      let changes = try await journal.record(of: number).entries.map { try? $0.record.change() }
      let plan = try await engine.resumePlan(of: number)
      let preview = ResumePreview(
        number: number, changes: changes, decisions: plan.decisions,
        decisionsUnread: plan.decisionsUnread)
      for line in preview.lines { ChangesSession.tell(line) }
      try await session.confirmGoingOn()
      let answers = await session.answers(to: preview)
      return try await session.supervise(bar) { control, tell in
        try await engine.resume(number, answers: answers, control: control, tell: tell)
      }
    }
  }
}

extension ChangesSession {
  /// Has the rest of a run confirmed: it was confirmed when it began, and what is left is a part of that.
  ///
  /// - Throws: `CommandFailure` where it is not confirmed.
  fileprivate func confirmGoingOn() async throws(CommandFailure) {
    if environment.isReadOnly {
      throw CommandFailure(status: CommandFailure.wrongCall, RunRefusal(.readOnly).explanation)
    }
    guard !confirmation.said.isYes else { return }
    guard confirmation.said.isInteractive else {
      throw CommandFailure(
        status: CommandFailure.wrongCall, "Nobody is there to be asked.", "Add --yes to confirm.")
    }
    let answer = await confirmation.terminal.answer(
      to: "Go on? y goes on, anything else does not:")
    guard answer == "y" || answer == "yes" else { throw PlanConfirmation.declined }
  }

  /// Asks about changes of which nobody knows; where nobody can be asked, they are left as they are.
  func answers(to preview: ResumePreview) async -> [Int: ResumeDecision.Answer] {
    var answers: [Int: ResumeDecision.Answer] = [:]
    guard !confirmation.said.isYes, confirmation.said.isInteractive else { return answers }
    for (place, question) in preview.questions {
      let answer = await confirmation.terminal.answer(
        to: "\(question) Send it? y sends it, n leaves it:")
      if answer == "y" { answers[place] = .send } else if answer == "n" { answers[place] = .leave }
    }
    return answers
  }
}
