import AccessModel
import Canvas
import RolecallApp
import Testing

extension AppDriver {
  /// The list of users, read and with the cursor on its first row.
  static func onUsers(
    _ tenant: FixtureTenant = .local, columns: Int = 80, rows: Int = 24, theme: Theme = .dark,
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> AppDriver {
    let driver = AppDriver(
      tenant, columns: columns, rows: rows, theme: theme, sourceLocation: sourceLocation)
    driver.answerUsers(sourceLocation: sourceLocation)
    return driver
  }

  /// Ana Lima's Roles view, or another's, all of it read; the list of users lies behind it, unread.
  static func onRoles(
    of user: UserID = FixtureTenant.ana.id, _ tenant: FixtureTenant = .local, columns: Int = 80,
    rows: Int = 24, theme: Theme = .dark, sourceLocation: SourceLocation = #_sourceLocation
  ) -> AppDriver {
    let driver = AppDriver(
      tenant, user: user, columns: columns, rows: rows, theme: theme,
      sourceLocation: sourceLocation)
    driver.answerUser(sourceLocation: sourceLocation)
    driver.answerRoles(sourceLocation: sourceLocation)
    return driver
  }

  /// The question about the role under the cursor, its cost read; armed unless said.
  static func onQuestion(
    _ tenant: FixtureTenant = .local, of user: UserID = FixtureTenant.ana.id, keys: String = "d",
    isArmed: Bool = true, columns: Int = 80, rows: Int = 24, theme: Theme = .dark,
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> AppDriver {
    let driver = onRoles(
      of: user, tenant, columns: columns, rows: rows, theme: theme,
      sourceLocation: sourceLocation)
    driver.press(keys, sourceLocation: sourceLocation)
    driver.answerFacts(sourceLocation: sourceLocation)
    if isArmed { driver.settle(sourceLocation: sourceLocation) }
    return driver
  }

  /// Answers a search, from the tenant unless said.
  func answerUsers(_ found: UsersFound? = nil, sourceLocation: SourceLocation = #_sourceLocation) {
    answer(
      "users", where: { if case .users = $0 { true } else { false } },
      { read in
        guard case .users(let search, let query) = read else { return .users(tenant.nobody) }
        return .users(found ?? tenant.find(search, query))
      }, sourceLocation: sourceLocation)
  }

  /// Answers who the user is.
  func answerUser(sourceLocation: SourceLocation = #_sourceLocation) {
    answer(
      "a user", where: { if case .user = $0 { true } else { false } },
      { read in
        guard case .user(let id) = read else { return .failed(tenant.notFound(.getUser)) }
        return tenant.document(id).map(Reply.user) ?? .failed(tenant.notFound(.getUser))
      }, sourceLocation: sourceLocation)
  }

  /// Answers which roles the user holds, and what is asked beside that once they are known.
  func answerRoles(
    withBeside: Bool = true, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    answer(
      "roles", where: { if case .roles = $0 { true } else { false } },
      { read in
        guard case .roles(let id) = read else { return .roles([]) }
        return .roles(tenant.roles(of: id))
      }, sourceLocation: sourceLocation)
    if withBeside { answerBeside() }
  }

  /// Answers which permissions the user has.
  func answerPermissions(sourceLocation: SourceLocation = #_sourceLocation) {
    answer(
      "permissions", where: { if case .permissions = $0 { true } else { false } },
      { read in
        guard case .permissions(let id) = read else { return .permissions([]) }
        return .permissions(tenant.permissions(of: id))
      }, sourceLocation: sourceLocation)
    answerBeside()
  }

  /// Answers what a removal costs, by what the tenant holds now, or by what a test makes of that.
  func answerFacts(
    _ change: (inout RemovalFacts) -> Void = { _ in },
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    answer(
      "what a removal costs", where: { if case .removalFacts = $0 { true } else { false } },
      { read in
        guard case .removalFacts(let user, let roles) = read else { return .roles([]) }
        var facts = tenant.facts(for: user, removing: roles)
        change(&facts)
        return .removalFacts(facts)
      }, sourceLocation: sourceLocation)
  }

  /// Lets the oldest read fail.
  func fail(with error: APIError, sourceLocation: SourceLocation = #_sourceLocation) {
    answer(
      "anything", where: { _ in true }, { _ in .failed(error) }, sourceLocation: sourceLocation)
  }

  /// Carries out a plan on the tenant, and says that all of it is done.
  func carryOut(_ plan: Plan) {
    for user in plan.users {
      for role in plan.roles(from: user.id) { tenant.take(role.id, from: user.id) }
    }
    report(plan) { _ in .done }
  }

  /// Says what became of a plan, and which roles the tenant's user holds now.
  func report(_ plan: Plan, _ state: (Role) -> ChangeOutcome.State) {
    let rolesNow = Dictionary(
      plan.users.map { ($0.id, tenant.roles(of: $0.id)) }, uniquingKeysWith: { first, _ in first })
    let outcomes = plan.changes.compactMap { change in
      change.role.map { ChangeOutcome(change, state($0)) }
    }
    send(.finished(PlanReport(plan: plan, outcomes: outcomes, rolesNow: rolesNow)))
  }

  /// The names of the roles in view, from the top.
  var rolesInView: [String] { (app.userScreen?.roles.value ?? []).map(\.name) }
  /// The list of users, where it is in view.
  var usersScreen: UsersScreen? {
    app.usersScreen
  }
  /// What the last notice says.
  var notice: String? { app.notice?.text }
  /// Whether a key may act on the open question.
  var isArmed: Bool { app.dialog?.isArmed ?? app.planDialog?.isArmed ?? false }
}
