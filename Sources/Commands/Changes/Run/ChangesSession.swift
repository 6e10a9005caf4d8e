import AccessModel
import Changes
import Effects
import FoundationEssentials
import Glibc
import ManagementAPI

/// A command that changes a tenant, from its plan to what came of it.
struct ChangesSession: Sendable {
  /// The tenant of the environment.
  let environment: EnvironmentTenant
  /// Who runs it, and when.
  let surroundings: Surroundings
  /// What the command line says towards the question.
  let confirmation: PlanConfirmation
  /// Whether what a plan costs is read user by user, however many there are.
  let checksAll: Bool
  /// How much of the tenant's rate limit is taken, in percent.
  let share: Int
  /// Whether the result is printed as JSON.
  let isJSON: Bool

  init(_ options: RunOptions, _ tenant: TenantOptions, surroundings: Surroundings) throws {
    environment = try EnvironmentTenant(options: tenant, surroundings: surroundings)
    self.surroundings = surroundings
    confirmation = PlanConfirmation(
      said: options.confirmation(isInteractive: QuestionTerminal.isThere),
      terminal: QuestionTerminal())
    checksAll = options.checkAll
    share = options.share
    isJSON = options.json
  }

  /// Says something to who waits.
  @Sendable static func tell(_ text: String) { StandardError.print(text) }

  /// Makes a plan, shows it, has it confirmed, carries it out and prints what it came to.
  ///
  /// - Throws: `CommandFailure` with the status of the process unless all of it was done.
  func carryOut(
    _ draft: @escaping @Sendable (WritableTenant) async throws -> PlanDraft
  ) throws {
    try run { tenant, bar in
      var draft = try await draft(tenant)
      let engine = tenant.engine(nil)
      let facts = try await engine.facts(for: draft.plan, fully: checksAll)
      let impact = PlanImpact(draft.plan, facts: facts, session: tenant.session)
      for note in draft.notes { Self.tell(note) }
      for line in PlanPreview(plan: draft.plan, impact: impact, facts: facts).lines {
        Self.tell(line)
      }
      try Self.checkScopes(of: draft.plan, tenant.session)
      let rung = ConfirmRung(
        for: draft.plan, impact: impact, isIdentityRead: Self.isIdentityRead(draft.plan, facts),
        session: tenant.session)
      draft.plan.reason = try await confirmation.reason(
        for: draft.plan, rung: rung, session: tenant.session)
      return try await supervise(bar) { [draft] control, tell in
        try await tenant.engine(tenant.journal()).run(
          draft.plan, sha256: draft.sha256, plannedBy: draft.plannedBy, undoes: draft.undoes,
          repeats: draft.repeats, control: control, tell: tell)
      }
    }
  }

  /// Runs a body beside the tenant, and ends the command by what the run came to.
  func run(
    _ body: @escaping @Sendable (WritableTenant, RunProgressBar) async throws -> SupervisedRun
  ) throws {
    let surroundings = surroundings
    let (environment, share) = (environment, share)
    let bar = RunProgressBar(share: share) { Timestamp(surroundings.now) }
    let run = try BackgroundTask {
      try await environment.withWriting(share: share, observer: bar.note) {
        try await body($0, bar)
      }
    }.value()
    try finish(run)
  }

  /// Carries out a run under signals: the first one lets what is on its way come back, and no more.
  func supervise(
    _ bar: RunProgressBar,
    _ body: (RunControl, @escaping @Sendable (RunUpdate) -> Void) async throws -> RunOutcome
  ) async throws -> SupervisedRun {
    let control = RunControl()
    // A terminal that goes away says so with SIGHUP.
    let signals = EndSignals([SIGINT, SIGTERM, SIGHUP]) { control.leave() }
    defer { bar.clear() }
    do {
      let outcome = try await body(control) { update in
        bar.show(update)
        // Nobody is there to go on after a look: the run stays on record, and can be resumed.
        if update.pause != nil { control.leave() }
      }
      return SupervisedRun(outcome: outcome, wasInterrupted: signals.release() != nil)
    } catch {
      signals.release()
      throw error
    }
  }

  private func finish(_ run: SupervisedRun) throws {
    let report = RunReportTable(outcome: run.outcome)
    if isJSON {
      print(try JSONOutput(RunOutput(run.outcome)).text)
    } else {
      let table = report.table
      if !table.isEmpty { print(table) }
    }
    // What is said beside comes after it where both go to a terminal.
    fflush(nil)
    for sentence in report.sentences + report.whatNext { Self.tell(sentence) }
    let status = report.status(wasInterrupted: run.wasInterrupted)
    if status != 0 { throw CommandFailure(status: status, lines: []) }
  }

  /// Refuses a plan that the token cannot carry out, before anything is asked.
  static func checkScopes(of plan: Plan, _ session: Session) throws(CommandFailure) {
    guard !session.isReadOnly else { return }
    var needed: Set<String> = []
    for kind in Set(plan.changes.map(\.kind)) {
      if let change = plan.changes.first(where: { $0.kind == kind }) {
        needed.formUnion(change.scopes)
      }
    }
    guard let lacking = session.lacking(needed.sorted()), !lacking.isEmpty else { return }
    throw CommandFailure(
      status: CommandFailure.refused,
      "the token may not do this: it lacks \(lacking.joined(separator: ", ")); nothing was sent.",
      "Get a token with these scopes, and start again.")
  }

  /// Whether all whom a plan concerns were read again; of a plan of many that is the run's to do.
  static func isIdentityRead(_ plan: Plan, _ facts: PlanFacts) -> Bool {
    guard PlanFacts.readsEverything(of: plan) else { return true }
    return plan.users.allSatisfy { user in
      guard let read = facts.users[user.id] else { return false }
      return read.user.value != nil && read.heldRoles.value != nil && read.sameEmail.value != nil
    }
  }
}

/// What a run came to, and whether a signal had a part in it.
struct SupervisedRun: Sendable {
  /// What it came to.
  let outcome: RunOutcome
  /// Whether a signal asked it to end.
  let wasInterrupted: Bool
}
