import AccessModel
import FoundationEssentials

/// What a role's list of members does not say of a user, and a search does.
struct MemberDetail: Hashable, Sendable {
  /// Where the user signs in.
  let connection: String
  /// Whether an administrator has blocked the user.
  let isBlocked: Bool
  /// When the user last signed in; `nil` for never.
  let lastLogin: Date?

  init(_ user: User) {
    connection = user.connection
    isBlocked = user.isBlocked
    lastLogin = user.lastLogin
  }
}
