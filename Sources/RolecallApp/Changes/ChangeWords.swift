import AccessModel

/// The words for one kind of change, from which sentences are made: "Removing Billing Admin from Ana Lima …".
struct ChangeWords {
  /// What is done, as the beginning of a sentence: "Remove".
  let verb: String
  /// The same while it goes on: "Removing".
  let doing: String
  /// The same once it is done: "removed".
  let past: String
  /// What stands before whom it is done to: "from"; empty where it is done to nobody.
  let preposition: String
  /// What it is called as a thing: "a removal".
  let noun: String

  /// The words for a change.
  init(_ change: Change) {
    switch change {
    case .removeRole, .removeOrganizationRole, .revokePermission, .removePermission:
      self.init("Remove", "Removing", "removed", "from", "a removal")
    case .assignRole, .assignOrganizationRole:
      self.init("Assign", "Assigning", "assigned", "to", "an assignment")
    case .grantPermission:
      self.init("Grant", "Granting", "granted", "to", "a grant")
    case .addPermission:
      self.init("Add", "Adding", "added", "to", "an addition")
    case .deleteRole:
      self.init("Delete", "Deleting", "deleted", "", "a deletion")
    case .setRBAC(let api, let setting):
      let isEnabling =
        setting.tokenDialect.map { TokenDialect(rawValue: $0).addsPermissions }
        ?? (setting.enforcesPolicies && !api.enforcesPolicies)
      self =
        isEnabling
        ? ChangeWords("Enable", "Enabling", "enabled", "for", "a change of an API")
        : ChangeWords("Disable", "Disabling", "disabled", "for", "a change of an API")
    case .revokeAccess:
      self.init("End", "Ending", "ended", "of", "an end of sessions")
    }
  }

  private init(
    _ verb: String, _ doing: String, _ past: String, _ preposition: String, _ noun: String
  ) {
    (self.verb, self.doing, self.past) = (verb, doing, past)
    (self.preposition, self.noun) = (preposition, noun)
  }
}

extension Change {
  /// What is given, taken or set: the role, the permission with its API, the setting.
  var what: String {
    switch self {
    case .removeRole(let role, _), .assignRole(let role, _): role.displayName
    case .deleteRole(let role): "\(role.displayName) (\(role.id.rawValue))"
    case .removeOrganizationRole(let role, _, let organization),
      .assignOrganizationRole(let role, _, let organization):
      "\(role.displayName) in \(organization.knownName)"
    case .revokePermission(let permission, _), .grantPermission(let permission, _),
      .removePermission(let permission, _), .addPermission(let permission, _):
      "\(permission.name) (\(permission.apiName))"
    case .setRBAC(_, let setting):
      setting.tokenDialect == nil ? "RBAC" : "permissions in the access token"
    case .revokeAccess: "the sessions and refresh tokens"
    }
  }

  /// To whom it is done: a user by name, address and id, a role or an API; `nil` for a role's deletion.
  var target: String? {
    switch self {
    case .removePermission(_, let role), .addPermission(_, let role):
      "\(role.displayName) (\(role.id.rawValue))"
    case .setRBAC(let api, _): "\(api.name) (\(api.identifier))"
    case .deleteRole: nil
    case .removeRole, .assignRole, .removeOrganizationRole, .assignOrganizationRole,
      .revokePermission, .grantPermission, .revokeAccess:
      user?.passingName
    }
  }
}

extension User {
  /// Who it is in a sentence: name, address, and the id, shortened in the middle.
  var passingName: String {
    let id = id.rawValue
    let short = id.count > 20 ? "\(id.prefix(10))…\(id.suffix(4))" : id
    let address = email.map { $0.isEmpty ? "" : "\($0), " } ?? ""
    return "\(displayName) (\(address)\(short))"
  }
}
