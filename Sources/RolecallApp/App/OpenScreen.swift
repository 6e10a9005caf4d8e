/// A screen that the person went to; the last of the path is the one in view.
package enum OpenScreen: Hashable, Sendable {
  case users(UsersScreen)
  case user(UserScreen)
}
