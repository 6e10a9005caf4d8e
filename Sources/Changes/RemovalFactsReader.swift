package import AccessModel
package import ManagementAPI

/// Reads what taking roles from a user costs, all that can be read at once at once.
package struct RemovalFactsReader: Sendable {
  private let api: any AccessReading

  /// A reader that asks a tenant.
  package init(_ api: any AccessReading) {
    self.api = api
  }

  /// Reads everything that a person must see before roles are taken from a user.
  ///
  /// Each part that cannot be read becomes `Fact.unknown`; the others are there nevertheless.
  ///
  /// - Throws: `CancellationError` alone.
  package func facts(for user: User, removing roles: [Role]) async throws -> RemovalFacts {
    async let document = fact { try await api.user(user.id).user }
    async let held = fact { try await api.roles(ofUser: user.id) }
    async let permissions = fact { try await api.permissions(ofUser: user.id) }
    async let apis = fact { try await api.resourceServers() }
    async let organizations = fact { try await api.organizations(ofUser: user.id) }
    async let effective = fact { try await api.effectiveRoles(ofUser: user.id) }
    async let given = rolePermissions(of: roles)
    async let holders = holders(of: roles)

    let current = try await document
    // The address as it is now: the list may have shown an old one.
    let sameEmail = try await accounts(like: current.value ?? user)
    let (heldRoles, own) = (try await held, try await permissions)
    let unnamed = RemovalFacts.rolesToRead(
      removing: roles, held: heldRoles.value ?? [], permissions: own.value)
    let groupRoles = try await effective.mapped { roles in
      roles.filter(\.isThroughGroups).map(\.role)
    }
    // The user's own permissions leave out what comes through groups alone.
    let named = Set((roles + unnamed).map(\.id))
    let others = try await rolePermissions(
      of: unnamed + (groupRoles.value ?? []).filter { !named.contains($0.id) })
    return RemovalFacts(
      user: current, heldRoles: heldRoles, sameEmail: sameEmail, permissions: own,
      rolePermissions: try await given.merging(others) { own, _ in own },
      holders: try await holders, apis: try await apis, organizations: try await organizations,
      groupRoles: groupRoles)
  }

  /// The other users with a user's address, and what they hold.
  func accounts(like user: User) async throws -> Fact<[SameEmailAccount]> {
    guard let email = user.email, !email.isEmpty else { return .known([]) }
    switch try await fact({ try await api.users(withEmail: email) }) {
    case .unknown(let error):
      return .unknown(error)
    case .known(let users):
      var accounts: [SameEmailAccount] = []
      for other in users where other.id != user.id {
        let roles = try await fact { try await api.roles(ofUser: other.id) }
        accounts.append(SameEmailAccount(user: other, roles: roles))
      }
      return .known(accounts)
    }
  }

  private func rolePermissions(of roles: [Role]) async throws -> [RoleID: Fact<[Permission]>] {
    try await each(of: roles) { role in try await api.permissions(ofRole: role.id) }
  }

  private func holders(of roles: [Role]) async throws -> [RoleID: Fact<Int>] {
    try await each(of: roles) { role in
      // Two are enough to tell the last holder from one of many, should the total be missing.
      let page = try await api.members(ofRole: role.id, perPage: 2)
      return page.total ?? page.items.count
    }
  }

  private func each<Value: Hashable & Sendable>(
    of roles: [Role], _ read: @escaping @Sendable (Role) async throws -> Value
  ) async throws -> [RoleID: Fact<Value>] {
    try await withThrowingTaskGroup(of: (RoleID, Fact<Value>).self) { group in
      for role in roles {
        group.addTask { (role.id, try await self.fact { try await read(role) }) }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
  }

  private func fact<Value: Hashable & Sendable>(
    _ read: @Sendable () async throws -> Value
  ) async throws -> Fact<Value> {
    do {
      return .known(try await read())
    } catch let error as APIError {
      return .unknown(error)
    }
  }
}
