package import AccessModel

extension App {
  /// Where keys go while nothing lies above the screens.
  package var context: Action.Context {
    switch path.last {
    case .user(let screen):
      switch screen.view {
      case .details: .userDetails
      case .roles: .userRoles
      case .permissions: .userPermissions
      case .rawJSON: .userRawJSON
      }
    case .users(let screen): screen.isFieldFocused ? .searchField : .users
    case nil: .users
    }
  }

  /// The user that actions on a user are about: the one whose screen is open, or the one under the cursor.
  package var currentUser: User? {
    switch path.last {
    case .user(let screen): screen.user
    case .users(let screen): screen.current
    case nil: nil
    }
  }

  /// The user's screen, where one is in view.
  package var userScreen: UserScreen? {
    if case .user(let screen) = path.last { screen } else { nil }
  }

  /// Why the trash key does nothing now; `nil` where it asks.
  var obstacleToRemoving: String? {
    guard let screen = userScreen else { return "no user is open" }
    if running != nil { return "a removal is still under way" }
    if screen.roles.value == nil { return "the roles have not been read yet" }
    if screen.chosenRoles.isEmpty { return "no role is under the cursor" }
    return nil
  }
}
