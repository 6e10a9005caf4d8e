import AccessModel
import Canvas
import FoundationEssentials
import RolecallApp
import Testing

extension FixtureTenant {
  /// What a plan costs, as an engine would read it: user by user for a few, or where all is to be read.
  func planFacts(_ plan: Plan, fully: Bool) -> PlanFacts {
    let roles = plan.changes.compactMap(\.role)
    var facts = PlanFacts(apis: .known(apis))
    facts.roles = Dictionary(
      tenantRoles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for role in tenantRoles + [.owner, .member] {
      facts.rolePermissions[role.id] = .known(given[role.id] ?? [])
    }
    for role in roles {
      facts.holders[role.id] = .known(holders[role.id] ?? people.count)
    }
    guard fully || PlanFacts.readsEverything(of: plan) else {
      for user in plan.users { facts.held[user.id] = self.roles(of: user.id).map(\.id) }
      return facts
    }
    for role in plan.deletedRoles {
      let members = people.filter { (held[$0.id] ?? []).contains { $0.id == role.id } }
      facts.members[role.id] = .known(members)
      facts.holders[role.id] = .known(members.count)
    }
    for user in plan.users + facts.members.values.flatMap({ $0.value ?? [] }) {
      facts.users[user.id] = self.facts(for: user, removing: plan.rolesLost(by: user.id))
      facts.heldThroughGroups[user.id] = []
    }
    for change in plan.changes {
      guard let organization = change.organization?.id, let user = change.user?.id else { continue }
      facts.heldWithin[organization.rawValue, default: [:]][user] =
        (memberRoles[organization] ?? []).map(\.id)
    }
    return facts
  }

  /// The same tenant, in which everybody holds Billing Admin, and two of them Support as well.
  var withHolders: FixtureTenant {
    with { tenant in
      for (index, user) in tenant.people.enumerated() {
        tenant.held[user.id] = index < 2 ? [.billingAdmin, .support] : [.billingAdmin]
      }
    }
  }
}

extension AppDriver {
  /// The question about Billing Admin and its first three holders, its cost read; armed unless said.
  static func onPlanQuestion(
    _ tenant: FixtureTenant = .local, keys: String = "<space><space><space>d",
    isArmed: Bool = true, columns: Int = 80, rows: Int = 24, theme: Theme = .dark
  ) -> AppDriver {
    let driver = onRole(tenant.withHolders, columns: columns, rows: rows, theme: theme)
    driver.press(keys)
    driver.answerFindings()
    if isArmed { driver.settle() }
    return driver
  }

  /// A question that keys open on the screen in view, its cost read; armed unless said.
  func ask(_ keys: String, isArmed: Bool = true) -> AppDriver {
    press(keys)
    answerFindings()
    if isArmed { settle() }
    return self
  }

  /// The run of Billing Admin from its first three holders, just begun.
  static func onRun(
    _ tenant: FixtureTenant = .local, keys: String = "<space><space><space>d",
    columns: Int = 80, rows: Int = 24, theme: Theme = .dark
  ) throws -> (AppDriver, Plan) {
    let driver = onPlanQuestion(tenant, keys: keys, columns: columns, rows: rows, theme: theme)
    driver.confirm()
    return (driver, try driver.takePlan())
  }

  /// Types what the open question wants, gives a reason, and presses the button.
  func confirm(sourceLocation: SourceLocation = #_sourceLocation) {
    guard let phrase = app.planDialog?.rung?.phrase?.text else {
      Issue.record("nothing is to be typed", sourceLocation: sourceLocation)
      return
    }
    for character in phrase { type(.character(character)) }
    press("<tab>SEC-418<tab><enter>")
  }

  /// Answers what a plan costs, by what the tenant holds now, or by what a test makes of that.
  func answerFindings(
    _ change: (inout PlanFacts) -> Void = { _ in },
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    answer(
      "what a plan costs", where: { if case .planFindings = $0 { true } else { false } },
      { read in
        guard case .planFindings(let plan, let fully) = read else { return .roles([]) }
        var facts = tenant.planFacts(plan, fully: fully)
        change(&facts)
        return .planFindings(PlanFindings(plan, facts: facts, session: tenant.session))
      }, sourceLocation: sourceLocation)
  }

  /// Tells how a run stands: what became of its first changes, and what it does.
  func tell(
    _ plan: Plan, _ states: [ChangeOutcome.State], sent: Int = 0, phase: RunPhase = .changing,
    pause: RunPause? = nil
  ) {
    var progress = RunProgress(total: plan.changes.count)
    progress.noteSent(sent)
    for (index, state) in states.enumerated() {
      progress.note(
        state, wasSent: false,
        at: Timestamp(FixtureTenant.now.addingTimeInterval(Double(index) / 4)))
    }
    send(
      .update(
        RunUpdate(
          plan: plan.id, number: RunNumber(7), phase: phase, progress: progress,
          changed: Dictionary(
            states.enumerated().map { ($0.offset, $0.element) },
            uniquingKeysWith: { first, _ in first }), pause: pause)))
  }

  /// Says what a run came to.
  func end(
    _ plan: Plan, state: RunState = .done, _ outcome: (Int) -> ChangeOutcome.State = { _ in .done }
  ) {
    let report = PlanReport(
      plan: plan,
      outcomes: plan.changes.enumerated().map { ChangeOutcome($0.element, outcome($0.offset)) },
      rolesNow: [:])
    for outcome in report.outcomes where outcome.state == .done {
      guard case .removeRole(let role, let user) = outcome.change else { continue }
      tenant.take(role.id, from: user.id)
    }
    let differences = VerificationDifferences(plan, places: Array(plan.changes.indices)) { _ in
      true
    }
    send(
      .ended(
        RunOutcome(number: RunNumber(7), report: report, differences: differences, state: state)))
  }
}
