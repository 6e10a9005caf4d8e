extension ImpactCensus {
  /// Counts a change of a role or an API itself, which is about no single user.
  mutating func count(_ place: Int) {
    let change = plan.changes[place]
    switch change {
    case .deleteRole(let role):
      if facts.rolePermissions[role.id]?.error?.code == .notFound {
        alreadySo += 1
      } else {
        countDeletion(of: role)
      }
    case .removePermission(let permission, let role):
      if let given = facts.rolePermissions[role.id]?.value,
        !given.contains(where: { $0.key == permission.key })
      {
        alreadySo += 1
      } else {
        countLoss(of: permission, by: role)
      }
    case .setRBAC(let api, let setting):
      let now = apis[api.identifier].map { HeldBefore.rbac(RBACSetting(of: $0)) } ?? .notRead
      if now.isAlready(.setRBAC(of: api, to: setting)) { alreadySo += 1 }
    case .addPermission, .removeRole, .assignRole, .removeOrganizationRole,
      .assignOrganizationRole, .revokePermission, .grantPermission, .revokeAccess:
      break
    }
  }

  /// A role goes: those who hold it directly lose what nothing else gives them, as far as they were read.
  private mutating func countDeletion(of role: Role) {
    let holders = facts.holders[role.id]?.value
    roleLosses.append(
      PlanImpact.RoleLoss(
        role: role, isDeleted: true, permissions: facts.rolePermissions[role.id]?.value,
        holders: holders))
    let members = facts.members[role.id]?.value ?? []
    membersOfDeleted += max(holders ?? 0, members.count)
    if !members.isEmpty, !order.contains(.tenant) { order.append(.tenant) }
    for member in members {
      let held = begin(member.id)
      finish(
        member.id,
        [
          Pattern(
            context: .tenant, removed: [role.id],
            others: held.map { $0.filter { $0 != role.id }.sorted() })
        ])
    }
  }

  private mutating func countLoss(of permission: Permission, by role: Role) {
    if let known = roleLosses.firstIndex(where: { $0.role.id == role.id && !$0.isDeleted }) {
      roleLosses[known].permissions?.append(permission)
    } else {
      roleLosses.append(
        PlanImpact.RoleLoss(
          role: role, isDeleted: false, permissions: [permission],
          holders: facts.holders[role.id]?.value))
    }
  }
}
