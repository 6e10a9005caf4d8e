import AccessModel

extension App {
  /// The choice of roles for users, where it is in view.
  package var assignScreen: AssignScreen? { path.last?.as(AssignScreen.self) }

  /// Why no role can be assigned to anybody at all; `nil` where it can.
  ///
  /// It is said before anybody chooses, not after.
  var obstacleToGranting: String? {
    guard let session else { return "the tenant is not open yet" }
    if session.isReadOnly { return "this is read-only" }
    let lacking = session.lacking(Change.Call.assignRolesToUser.scopes) ?? []
    if !lacking.isEmpty {
      return "the token may not assign roles: it needs \(lacking.joined(separator: " and "))"
    }
    return running?.obstacle
  }

  /// Why no roles can be chosen for the user in view, or for the users who are marked; `nil` where they can.
  var obstacleToChoosingRoles: String? {
    if let obstacle = obstacleToGranting { return obstacle }
    if let screen = usersScreen { return screen.obstacleToChoosing }
    return userScreen == nil ? "no user is open" : nil
  }

  /// Why the chosen roles cannot be assigned now; `nil` where that is asked.
  var obstacleToAssigning: String? {
    if let obstacle = obstacleToGranting { return obstacle }
    guard let screen = assignScreen else { return "no user is open" }
    if screen.isLoading { return "the roles are still being read" }
    return screen.chosen.isEmpty ? "no role is under the cursor" : nil
  }

  /// Lets the person choose roles for the user in view, or for the users who are marked.
  mutating func chooseRoles(_ turn: inout Turn) {
    guard let users = userScreen.map({ [$0.user] }) ?? usersScreen?.chosen else { return }
    show(AssignScreen(users: users), &turn)
  }

  /// Asks whether the chosen roles shall be assigned to those who do not hold them.
  mutating func askToAssign(_ turn: inout Turn) {
    guard let session, let screen = assignScreen else { return }
    plansMade += 1
    ask(
      Plan(
        id: "\(run)-\(plansMade)", tenant: session.tenant, .assign, screen.chosen, of: screen.users,
        held: screen.holdings.roles), &turn)
  }
}
