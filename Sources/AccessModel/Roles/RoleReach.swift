/// How far a role reaches.
package struct RoleReach: Hashable, Sendable {
  /// How many users hold it directly, from `GET /api/v2/roles/{id}/users`.
  package var holders: Fact<Int>
  /// How many permissions it gives, from `GET /api/v2/roles/{id}/permissions`.
  package var permissions: Fact<Int>

  /// What was read.
  package init(holders: Fact<Int>, permissions: Fact<Int>) {
    self.holders = holders
    self.permissions = permissions
  }

  /// Nothing could be read, for this reason.
  package init(unknown error: APIError) {
    self.init(holders: .unknown(error), permissions: .unknown(error))
  }
}
