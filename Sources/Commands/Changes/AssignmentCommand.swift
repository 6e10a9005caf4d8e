import AccessModel
import ArgumentParser
import Changes
import Effects
import FoundationEssentials

/// `rolecall remove`: takes roles from users.
struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Takes roles from one user or from many.",
    discussion: AssignmentOptions.discussion)

  @OptionGroup var options: AssignmentOptions

  func run() throws { try options.run(.remove) }
}

/// `rolecall assign`: gives roles to users.
struct AssignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: "Gives roles to one user or to many.",
    discussion: AssignmentOptions.discussion)

  @OptionGroup var options: AssignmentOptions

  func run() throws { try options.run(.assign) }
}

/// What `remove` and `assign` take.
struct AssignmentOptions: ParsableArguments {
  static let discussion = """
    Shows who exactly it concerns and what it costs, asks, does it, and reads again what came of it.
    With --plan it writes the plan to a file and stops; rolecall apply carries it out.
    """

  @OptionGroup var subject: SubjectOptions
  @Option(help: "Write the plan to this file and stop; nothing is changed.")
  var plan: String?
  @OptionGroup var run: RunOptions
  @OptionGroup var tenant: TenantOptions

  /// Plans, and carries out or writes.
  func run(_ intent: Plan.Intent) throws {
    let subject = try subject.subject(intent)
    let surroundings = Surroundings.process
    let session = try ChangesSession(run, tenant, surroundings: surroundings)
    let reason = run.reason
    let make: @Sendable (WritableTenant) async throws -> PlanDraft = { tenant in
      PlanDraft(
        try await subject.plan(
          id: surroundings.runName, tenant: tenant.session.tenant, reason: reason,
          in: tenant.reader, tell: ChangesSession.tell))
    }
    if let plan {
      try session.write(to: plan, make)
    } else {
      try session.carryOut(make)
    }
  }
}
