import AccessModel

extension App {
  /// The choice of roles for a user, where it is in view.
  package var assignScreen: AssignScreen? { path.last?.as(AssignScreen.self) }

  /// Why no role can be assigned to the user in view at all; `nil` where some can be chosen.
  ///
  /// It is said before anybody chooses, not after.
  var obstacleToChoosingRoles: String? {
    if userScreen == nil, assignScreen == nil { return "no user is open" }
    guard let session else { return "the tenant is not open yet" }
    if session.isReadOnly { return "this is read-only" }
    let lacking = session.lacking(Change.Call.assignRolesToUser.scopes) ?? []
    if !lacking.isEmpty {
      return "the token may not assign roles: it needs \(lacking.joined(separator: " and "))"
    }
    return running?.obstacle
  }

  /// Why the chosen roles cannot be assigned now; `nil` where that is asked.
  var obstacleToAssigning: String? {
    if let obstacle = obstacleToChoosingRoles { return obstacle }
    guard let screen = assignScreen else { return "no user is open" }
    if screen.isLoading { return "the roles are still being read" }
    return screen.chosen.isEmpty ? "no role is under the cursor" : nil
  }

  /// Lets the person choose roles for the user in view.
  mutating func chooseRoles(_ turn: inout Turn) {
    guard let user = userScreen?.user else { return }
    show(AssignScreen(user: user), &turn)
  }

  /// Asks whether the chosen roles shall be assigned; the user's own screen lies behind the question.
  mutating func askToAssign(_ turn: inout Turn) {
    guard let session, var screen = assignScreen else { return }
    plansMade += 1
    let plan = Plan(
      id: "\(run)-\(plansMade)", tenant: session.tenant,
      changes: screen.chosen.map { .assignRole($0, to: screen.user) })
    _ = screen.cancelLoading(&turn)
    path.removeLast()
    ask(plan, &turn)
  }
}
