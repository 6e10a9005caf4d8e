import AccessModel
import Canvas

/// A column of the list of users that tells who holds a role already.
struct HoldingColumn {
  /// Who is known to hold it.
  let holders: Set<UserID>
  /// Of whom it is known whether they do; `nil` where it is known of everybody.
  let checked: Set<UserID>?

  /// The column, which stays however short the room is.
  static let column = Table.Column(title: "The role", width: .fixed(10), priority: 5)

  /// What stands in it for a user.
  func cell(for user: UserID) -> Span {
    if holders.contains(user) { return Span("✓ holds it", .ok) }
    return checked?.contains(user) ?? true ? Span("") : Span("…", .muted)
  }
}
