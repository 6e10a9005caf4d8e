/// What was read before roles are taken from one user, each part for itself.
package struct RemovalFacts: Hashable, Sendable {
  /// The user, read again by id.
  package var user: Fact<User>
  /// The roles held directly, all pages.
  package var heldRoles: Fact<[Role]>
  /// The other users with this email address; nobody for a user without one.
  package var sameEmail: Fact<[SameEmailAccount]>
  /// The user's permissions, with where each comes from.
  package var permissions: Fact<[Permission]>
  /// What roles give, by role: of those to be removed and those through groups always, of the others where
  /// the sources of the user's permissions do not name roles.
  package var rolePermissions: [RoleID: Fact<[Permission]>]
  /// How many users hold each of the roles directly.
  package var holders: [RoleID: Fact<Int>]
  /// The tenant's APIs.
  package var apis: Fact<[ResourceServer]>
  /// The organizations that the user is a member of.
  package var organizations: Fact<[Organization]>
  /// The roles that come to the user through groups; `nil` where nobody asked for them.
  package var groupRoles: Fact<[Role]>?

  /// What was read.
  package init(
    user: Fact<User>, heldRoles: Fact<[Role]>, sameEmail: Fact<[SameEmailAccount]>,
    permissions: Fact<[Permission]>, rolePermissions: [RoleID: Fact<[Permission]>],
    holders: [RoleID: Fact<Int>], apis: Fact<[ResourceServer]>,
    organizations: Fact<[Organization]>, groupRoles: Fact<[Role]>? = nil
  ) {
    self.user = user
    self.heldRoles = heldRoles
    self.sameEmail = sameEmail
    self.permissions = permissions
    self.rolePermissions = rolePermissions
    self.holders = holders
    self.apis = apis
    self.organizations = organizations
    self.groupRoles = groupRoles
  }

  /// Nothing could be read, for this reason.
  package init(unknown error: APIError) {
    self.init(
      user: .unknown(error), heldRoles: .unknown(error), sameEmail: .unknown(error),
      permissions: .unknown(error), rolePermissions: [:], holders: [:], apis: .unknown(error),
      organizations: .unknown(error), groupRoles: .unknown(error))
  }

  /// Whether a permission is granted without a role; `nil` where the tenant does not say.
  package func grants(_ key: Permission.Key) -> Bool? {
    guard let own = permissions.value else { return nil }
    guard let permission = own.first(where: { $0.key == key }) else { return false }
    return permission.sources.map { $0.contains(where: \.isDirect) }
  }

  /// The roles that give a permission, but some; `nil` where the tenant does not say.
  package func roles(giving key: Permission.Key, but removed: [RoleID]) -> [Role]? {
    guard let own = permissions.value else { return nil }
    guard let permission = own.first(where: { $0.key == key }) else { return [] }
    return permission.sources.map { sources in
      sources.filter { !$0.isDirect }.map { Role(id: RoleID($0.id), name: $0.name) }
        .filter { !removed.contains($0.id) }
    }
  }

  /// The roles that keep permissions but whose permissions have not been read.
  ///
  /// A permission's sources normally name the roles it comes through. No recording of the API shows that
  /// for certain, so where a held role gives nothing by the sources, its own list is read and wins.
  package static func rolesToRead(
    removing: [Role], held: [Role], permissions: [Permission]?
  ) -> [Role] {
    let removed = Set(removing.map(\.id))
    let named = Set((permissions ?? []).flatMap { $0.sources ?? [] }.map(\.id))
    return held.filter { !removed.contains($0.id) && !named.contains($0.id.rawValue) }
  }
}
