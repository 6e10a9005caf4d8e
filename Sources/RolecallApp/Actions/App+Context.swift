package import AccessModel

extension App {
  /// Where keys go while nothing lies above the screens.
  package var context: Action.Context { path.last?.content.context ?? .users }

  /// The user that actions on a user are about: the one whose screen is open, or the one under the cursor.
  package var currentUser: User? { userScreen?.user ?? usersScreen?.current }

  /// The list of users, where it is in view.
  package var usersScreen: UsersScreen? { path.last?.as(UsersScreen.self) }

  /// The user's screen, where one is in view.
  package var userScreen: UserScreen? { path.last?.as(UserScreen.self) }

  /// Why the trash key does nothing now; `nil` where it asks.
  var obstacleToRemoving: String? {
    guard let screen = userScreen else { return "no user is open" }
    if running != nil { return "a removal is still under way" }
    if screen.roles.value == nil { return "the roles have not been read yet" }
    if screen.chosenRoles.isEmpty { return "no role is under the cursor" }
    return nil
  }
}
