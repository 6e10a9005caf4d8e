package import AccessModel

extension App {
  /// Where keys go while nothing lies above the screens.
  package var context: Action.Context { path.last?.content.context ?? .users }

  /// The user that actions on a user are about: the one whose screen is open, or the one under the cursor.
  package var currentUser: User? {
    userScreen?.user ?? usersScreen?.current ?? roleScreen?.currentUser
  }

  /// The role that Enter opens: the one under the cursor.
  package var currentRole: Role? { rolesScreen?.current ?? userScreen?.currentRole }

  /// The list of users, where it is in view.
  package var usersScreen: UsersScreen? { path.last?.as(UsersScreen.self) }

  /// The user's screen, where one is in view.
  package var userScreen: UserScreen? { path.last?.as(UserScreen.self) }

  /// The list of roles, where it is in view.
  package var rolesScreen: RolesScreen? { path.last?.as(RolesScreen.self) }

  /// The role's screen, where one is in view.
  package var roleScreen: RoleScreen? { path.last?.as(RoleScreen.self) }

  /// The list of APIs, where it is in view.
  package var apisScreen: APIsScreen? { path.last?.as(APIsScreen.self) }

  /// Why the trash key does nothing among a role's users now; `nil` where it asks.
  var obstacleToRemovingMembers: String? {
    guard let screen = roleScreen else { return "no role is open" }
    if let running { return running.obstacle }
    if screen.chosenUsers.isEmpty {
      return screen.markedCount > 0
        ? "the filter hides everybody who is marked" : "no user is under the cursor"
    }
    return nil
  }

  /// Why the role cannot be taken from everybody now; `nil` where that asks.
  var obstacleToRemovingFromEverybody: String? {
    guard let screen = roleScreen else { return "no role is open" }
    if let running { return running.obstacle }
    if !screen.isComplete { return "not everybody who holds it has been read yet" }
    return screen.members.members.isEmpty ? "nobody holds it directly" : nil
  }

  /// Why the trash key does nothing now; `nil` where it asks.
  var obstacleToTrash: String? {
    guard let screen = path.last?.content else { return "nothing is open" }
    if screen.trash.isEmpty { return screen.obstacleToTrash }
    return running?.obstacle
  }

  /// Why the user's sessions cannot be ended now; `nil` where that is asked.
  var obstacleToEndingAccess: String? {
    currentUser == nil ? "no user is open" : running?.obstacle
  }
}
