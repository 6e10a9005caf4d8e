extension Change {
  /// What takes a change back, as far as anything does.
  package enum Inverse: Hashable, Sendable {
    /// Afterwards all is as before.
    case exact(Change)
    /// Afterwards most is as before, but for this.
    case partial(Change, but: Remainder)
    /// Nothing takes it back, for this reason.
    case none(Irrevocability)

    /// The change that takes it back, if there is one.
    package var change: Change? {
      switch self {
      case .exact(let change), .partial(let change, _): change
      case .none: nil
      }
    }
  }

  /// What stays different after a partial inverse.
  package enum Remainder: Hashable, Sendable {
    /// The dialect had never been set, and is set to the one that it acted by.
    case tokenDialectStaysSet

    /// The reason as a sentence.
    package var sentence: String {
      switch self {
      case .tokenDialectStaysSet:
        "The token dialect had never been set; it will say access_token, which acts the same."
      }
    }
  }

  /// Why nothing takes a change back.
  package enum Irrevocability: Hashable, Sendable {
    /// A role that is made again is another role, with another id.
    case deletedRoleGetsNewID
    /// A session that has ended stays ended.
    case endedSessionsStayEnded
    /// How it was set before was not read.
    case settingBeforeUnknown
    /// It was already so, and whoever made it so was not this program.
    case wasAlreadySo

    /// The reason, without a full stop.
    package var words: String {
      switch self {
      case .deletedRoleGetsNewID:
        "a deleted role cannot be brought back: one made again has another id"
      case .endedSessionsStayEnded: "sessions that have ended stay ended"
      case .settingBeforeUnknown: "how it was set before was not read"
      case .wasAlreadySo: "it was already so, and not by this program"
      }
    }
  }

  /// What takes it back.
  ///
  /// - Parameter before: What was so before it; what was already so is not ours to take back.
  package func inverse(before: HeldBefore) -> Inverse {
    if before.isAlready(self) { return .none(.wasAlreadySo) }
    switch self {
    case .removeRole(let role, let user): return .exact(.assignRole(role, to: user))
    case .assignRole(let role, let user): return .exact(.removeRole(role, from: user))
    case .removeOrganizationRole(let role, let user, let organization):
      return .exact(.assignOrganizationRole(role, to: user, in: organization))
    case .assignOrganizationRole(let role, let user, let organization):
      return .exact(.removeOrganizationRole(role, from: user, in: organization))
    case .revokePermission(let permission, let user):
      return .exact(.grantPermission(permission, to: user))
    case .grantPermission(let permission, let user):
      return .exact(.revokePermission(permission, from: user))
    case .removePermission(let permission, let role):
      return .exact(.addPermission(permission, to: role))
    case .addPermission(let permission, let role):
      return .exact(.removePermission(permission, from: role))
    case .deleteRole: return .none(.deletedRoleGetsNewID)
    case .revokeAccess: return .none(.endedSessionsStayEnded)
    case .setRBAC(let api, let setting):
      guard case .rbac(var old) = before else { return .none(.settingBeforeUnknown) }
      // What was not set is not put back either: somebody may have set it since.
      if setting.tokenDialect == nil { old.tokenDialect = nil }
      guard old.tokenDialect == nil, setting.tokenDialect != nil else {
        return .exact(.setRBAC(of: api, to: old))
      }
      old.tokenDialect = RBACSetting.defaultTokenDialect
      return .partial(.setRBAC(of: api, to: old), but: .tokenDialectStaysSet)
    }
  }
}
