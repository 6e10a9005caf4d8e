import AccessModel
import ArgumentParser
import Changes
import FoundationEssentials

/// `rolecall undo`: takes a run back.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Takes back what a run did.",
    discussion: """
      Each user and role is read again first; what somebody decided since is left as it is, and named.
      Taking back a removal grants, and is shown and confirmed as a grant.
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
      let number = try await choice.latest(in: journal)
      let undo = try await tenant.engine(journal).undoPlan(of: number)
      let preview = UndoPreview(number: number, undo: undo)
      guard !undo.changes.isEmpty else {
        throw CommandFailure(
          status: 1, lines: ["Nothing of run \(number) can be taken back."] + preview.lines)
      }
      return PlanDraft(
        undo.plan(id: surroundings.runName, tenant: tenant.session.tenant, reason: reason),
        undoes: number, notes: preview.lines)
    }
  }
}
