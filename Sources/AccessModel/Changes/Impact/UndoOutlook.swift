/// Whether this token could take a plan back, said before it is confirmed.
package struct UndoOutlook: Hashable, Sendable {
  /// The scopes that the token lacks for it; `nil` where it does not say which it has.
  package let lacking: [String]?
  /// How many changes nothing takes back, and why.
  package let irrevocable: [Change.Irrevocability: Int]
  /// How many changes can be taken back, given the scopes.
  package let revocable: Int

  /// The outlook for a plan.
  package init(_ plan: Plan, session: Session) {
    var needed: Set<String> = []
    var irrevocable: [Change.Irrevocability: Int] = [:]
    var revocable = 0
    for (change, before) in zip(plan.changes, plan.before) {
      switch change.inverse(before: before) {
      case .none(.wasAlreadySo): continue
      case .none(let reason): irrevocable[reason, default: 0] += 1
      case .exact, .partial:
        revocable += 1
        // By kind, so that a hundred thousand changes do not build as many lists.
        needed.formUnion(change.inverseScopes)
      }
    }
    self.irrevocable = irrevocable
    self.revocable = revocable
    lacking = session.lacking(needed.sorted())
  }

  /// Whether all of it can be taken back; `nil` where the token does not say what it may.
  package var isPossible: Bool? {
    irrevocable.isEmpty ? lacking?.isEmpty : false
  }
}

extension Change {
  /// The scopes of the opposite change, for kinds that have one.
  var inverseScopes: [String] {
    switch kind {
    case .removeRole: Call.assignRolesToUser.scopes
    case .assignRole: Call.removeRolesFromUser.scopes
    case .removeOrganizationRole: Call.assignRolesToMember.scopes
    case .assignOrganizationRole: Call.removeRolesFromMember.scopes
    case .revokePermission, .grantPermission: Call.grantPermissionsToUser.scopes
    case .removePermission, .addPermission: Call.addPermissionsToRole.scopes
    case .setRBAC: Call.updateResourceServer.scopes
    case .deleteRole, .revokeAccess: []
    }
  }
}
