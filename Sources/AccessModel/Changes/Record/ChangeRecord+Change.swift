extension ChangeRecord {
  /// A change as it is kept.
  ///
  /// - Parameters:
  ///   - change: The change.
  ///   - before: What was so before it.
  ///   - includesEmail: Whether the user's address is kept: a plan file is read by people, the journal
  ///     keeps no addresses.
  package init(_ change: Change, before: HeldBefore = .notRead, includesEmail: Bool) {
    self.init(kind: change.kind)
    user = change.user.map { user in
      UserThen(
        id: user.id, name: user.name, email: includesEmail ? user.email : nil,
        connection: user.connection, createdAt: user.createdAt.map(Timestamp.init))
    }
    role = change.role.map { RoleThen(id: $0.id, name: $0.name) }
    organization = change.organization.map {
      OrganizationThen(id: $0.identifyingText, name: $0.name)
    }
    permission = change.permission.map { PermissionThen(api: $0.apiIdentifier, name: $0.name) }
    if case .setRBAC(let server, let setting) = change {
      api = APIThen(identifier: server.identifier, name: server.name)
      rbac = Setting(setting)
    }
    switch before {
    case .notRead: break
    case .held(let held): heldBefore = held
    case .rbac(let setting): rbacBefore = Setting(setting)
    }
  }

  /// What was so before.
  package var before: HeldBefore {
    if let rbacBefore { return .rbac(rbacBefore.value) }
    return heldBefore.map(HeldBefore.held) ?? .notRead
  }

  /// The change again, as it was meant then.
  ///
  /// Names are those of then: what is shown or sent is read from the tenant again, by id.
  ///
  /// - Throws: ``Incomplete`` where a part that the kind needs is absent, or one that it has no use for
  ///   is there.
  package func change() throws(Incomplete) -> Change {
    guard parts == Self.parts(of: kind) else { throw Incomplete(kind: kind) }
    switch (kind, user?.value, role?.value) {
    case (.removeRole, let user?, let role?): return .removeRole(role, from: user)
    case (.assignRole, let user?, let role?): return .assignRole(role, to: user)
    case (.revokeAccess, let user?, _): return .revokeAccess(of: user)
    case (.deleteRole, _, let role?): return .deleteRole(role)
    case (.removeOrganizationRole, let user?, let role?):
      guard let organization = organization?.value else { break }
      return .removeOrganizationRole(role, from: user, in: organization)
    case (.assignOrganizationRole, let user?, let role?):
      guard let organization = organization?.value else { break }
      return .assignOrganizationRole(role, to: user, in: organization)
    case (.revokePermission, let user?, _):
      guard let permission = permission?.value else { break }
      return .revokePermission(permission, from: user)
    case (.grantPermission, let user?, _):
      guard let permission = permission?.value else { break }
      return .grantPermission(permission, to: user)
    case (.removePermission, _, let role?):
      guard let permission = permission?.value else { break }
      return .removePermission(permission, from: role)
    case (.addPermission, _, let role?):
      guard let permission = permission?.value else { break }
      return .addPermission(permission, to: role)
    case (.setRBAC, _, _):
      guard let api, let rbac else { break }
      let server = ResourceServer(
        name: api.name, identifier: api.identifier,
        enforcesPolicies: rbacBefore?.enforcesPolicies ?? !rbac.enforcesPolicies)
      return .setRBAC(of: server, to: rbac.value)
    default: break
    }
    throw Incomplete(kind: kind)
  }

  /// A record that does not say all that its kind needs, or says more.
  package struct Incomplete: Error, Hashable, Sendable {
    /// What is done.
    package var kind: Change.Kind

    /// A record of this kind that is incomplete.
    package init(kind: Change.Kind) { self.kind = kind }
  }

  /// Which parts a record has.
  private struct Parts: OptionSet, Hashable, Sendable {
    let rawValue: Int
    init(rawValue: Int) { self.rawValue = rawValue }

    static let user = Parts(rawValue: 1)
    static let role = Parts(rawValue: 2)
    static let organization = Parts(rawValue: 4)
    static let permission = Parts(rawValue: 8)
    static let api = Parts(rawValue: 16)
    static let rbac = Parts(rawValue: 32)
  }

  private var parts: Parts {
    var parts: Parts = []
    if user != nil { parts.insert(.user) }
    if role != nil { parts.insert(.role) }
    if organization != nil { parts.insert(.organization) }
    if permission != nil { parts.insert(.permission) }
    if api != nil { parts.insert(.api) }
    if rbac != nil { parts.insert(.rbac) }
    return parts
  }

  /// Which parts a record of a kind has, all of them and no other.
  private static func parts(of kind: Change.Kind) -> Parts {
    switch kind {
    case .removeRole, .assignRole: [.user, .role]
    case .removeOrganizationRole, .assignOrganizationRole: [.user, .role, .organization]
    case .revokePermission, .grantPermission: [.user, .permission]
    case .removePermission, .addPermission: [.role, .permission]
    case .deleteRole: [.role]
    case .setRBAC: [.api, .rbac]
    case .revokeAccess: [.user]
    }
  }
}

extension ChangeRecord.UserThen {
  /// The user as known then.
  package var value: User {
    var user = User(id: id, name: name, email: email)
    user.createdAt = createdAt?.date
    let provider = id.rawValue.prefix { $0 != "|" }
    if let connection, connection != provider {
      user.identities = [Identity(connection: connection, provider: String(provider), userID: "")]
    }
    return user
  }
}

extension ChangeRecord.RoleThen {
  /// The role as known then.
  package var value: Role { Role(id: id, name: name) }
}

extension ChangeRecord.OrganizationThen {
  /// The organization as known then.
  package var value: Organization {
    Organization(identifyingText: id, name: name, displayName: name)
  }
}

extension ChangeRecord.PermissionThen {
  /// The permission as known then.
  package var value: Permission { Permission(name: name, apiName: api, apiIdentifier: api) }
}

extension ChangeRecord.Setting {
  /// A setting as it is kept.
  package init(_ setting: RBACSetting) {
    self.init(enforcesPolicies: setting.enforcesPolicies, tokenDialect: setting.tokenDialect)
  }

  /// The setting.
  package var value: RBACSetting {
    RBACSetting(enforcesPolicies: enforcesPolicies, tokenDialect: tokenDialect)
  }
}
