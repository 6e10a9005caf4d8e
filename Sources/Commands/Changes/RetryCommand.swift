import AccessModel
import ArgumentParser
import Changes

/// `rolecall retry`: repeats what of a run was never accepted.
struct RetryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry", abstract: "Repeats what of a run failed, as a run of its own.",
    discussion: """
      Only what the tenant never accepted is sent again. Each change is read first: what is so by now, or
      was decided otherwise since, is left as it is, and named.
      """)

  @Argument(help: "The run's number; the latest, unless given.") var number: Int?
  @OptionGroup var options: RunOptions
  @OptionGroup var tenant: TenantOptions

  func run() throws {
    let surroundings = Surroundings.process
    let session = try ChangesSession(options, tenant, surroundings: surroundings)
    let choice = RunChoice(number: number, isYes: options.yes)
    let reason = options.reason
    try session.carryOut { tenant in
      let journal = try tenant.journal()
      let number = try await choice.ended(in: journal)
      let record = try await journal.record(of: number)
      let changes = record.entries.map { try? $0.record.change() }
      let engine = tenant.engine(journal)
      var retry = try await engine.retryPlan(of: number)
      var preview = ResumePreview(
        number: number, changes: changes, decisions: retry.decisions,
        decisionsUnread: retry.decisionsUnread)
      let answers = await session.answers(to: preview)
      if !answers.isEmpty {
        retry = try await engine.retryPlan(of: number, answers: answers)
        preview = ResumePreview(
          number: number, changes: changes, decisions: retry.decisions,
          decisionsUnread: retry.decisionsUnread)
      }
      guard !retry.changes.isEmpty else {
        throw CommandFailure(
          status: 1, lines: ["Nothing of run \(number) is to be repeated."] + preview.lines)
      }
      return PlanDraft(
        retry.plan(
          id: surroundings.runName, tenant: tenant.session.tenant,
          reason: reason.isEmpty ? record.reason : reason),
        repeats: number, notes: preview.lines)
    }
  }
}
