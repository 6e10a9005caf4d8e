import AccessModel
import Canvas

/// What the list shows of a user, past the text gate: made once, when the user is read, and not again
/// with every key.
///
/// What changes with the time is not in it.
struct UserRow: Hashable, Sendable {
  let name: Span
  let email: Span
  let connection: Span
  let logins: Span
  /// How the row's ordinary texts look.
  let role: StyleRole
  /// What is said of the latest login where there was none.
  static let never = Span("never", .muted)
  /// What stands at the end of a row whose latest login was long ago.
  static let stale = Span("!", .danger)

  init(_ user: User) {
    role = user.isBlocked ? .muted : .text
    let isNamed = !(user.name ?? "").isEmpty
    name = Span(
      user.isBlocked ? user.displayName + " ⊘" : user.displayName, isNamed ? role : .muted)
    email = Span(user.email ?? "", role)
    connection = Span(user.connection, role)
    logins = Span(user.loginsCount?.grouped ?? "0", role)
  }
}
