/// Another user of the tenant with the same email address.
package struct SameEmailAccount: Hashable, Sendable {
  /// That other user.
  package var user: User
  /// The roles it holds; unknown where they could not be read.
  package var roles: Fact<[Role]>

  /// Another account.
  package init(user: User, roles: Fact<[Role]>) {
    self.user = user
    self.roles = roles
  }
}
