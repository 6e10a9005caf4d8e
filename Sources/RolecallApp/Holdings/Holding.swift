package import AccessModel

/// What a user holds directly, as far as it could be read.
package struct Holding: Hashable, Sendable {
  /// The user.
  package var user: User
  /// The roles.
  package var roles: Fact<[Role]>
  /// The permissions, through roles as well; `nil` where nobody asked.
  package var permissions: Fact<[Permission]>?

  /// What a user holds.
  package init(user: User, roles: Fact<[Role]>, permissions: Fact<[Permission]>? = nil) {
    self.user = user
    self.roles = roles
    self.permissions = permissions
  }
}

/// A part of what many users hold, in their order.
package struct HoldingsPart: Hashable, Sendable {
  /// What was read since the part before.
  package var holdings: [Holding]
  /// How many users are known to be read, with those of earlier parts.
  package var found: Int
  /// Whether a search may still find more.
  package var isSearching: Bool
  /// Whether nobody follows.
  package var isLast: Bool

  /// A part of what many users hold.
  package init(holdings: [Holding], found: Int, isSearching: Bool = false, isLast: Bool = false) {
    self.holdings = holdings
    self.found = found
    self.isSearching = isSearching
    self.isLast = isLast
  }
}
