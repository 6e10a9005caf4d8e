import AccessModel
import ManagementAPI

/// What is put on record of a plan's roles before anything is sent: what they give, and of those that are
/// deleted also who holds them.
struct SavedRoles: Sendable {
  private let permissions: [RoleID: Fact<[Permission]>]
  private let members: [RoleID: Fact<[UserID]>]

  /// Reads it.
  ///
  /// - Throws: `CancellationError` alone.
  static func read(
    of plan: Plan, by reader: any AccessReading, atMost limit: Int
  ) async throws -> SavedRoles {
    var roles: [RoleID] = []
    var deleted: [RoleID] = []
    var seen: Set<RoleID> = []
    for change in plan.changes {
      guard let role = change.role else { continue }
      if seen.insert(role.id).inserted { roles.append(role.id) }
      if change.kind == .deleteRole { deleted.append(role.id) }
    }
    let given = try await concurrently(roles, atMost: limit) { role in
      (role, try await fact(.listRolePermissions) { try await reader.permissions(ofRole: role) })
    }
    let holders = try await concurrently(deleted, atMost: limit) { role in
      (
        role,
        try await fact(.listRoleUsers) {
          try await reader.everyMember(ofRole: role).items().map(\.id)
        }
      )
    }
    return SavedRoles(
      permissions: Dictionary(given, uniquingKeysWith: { first, _ in first }),
      members: Dictionary(holders, uniquingKeysWith: { first, _ in first }))
  }

  /// The plan's changes as the journal keeps them; what a role gives stands with its first change.
  func journaled(_ plan: Plan) -> [JournaledChange] {
    var seen: Set<RoleID> = []
    return plan.changes.indices.map { place in
      let planned = plan[place]
      var change = JournaledChange(
        ChangeRecord(planned.change, before: planned.before, includesEmail: false))
      guard let role = planned.change.role?.id else { return change }
      if seen.insert(role).inserted || planned.change.kind == .deleteRole {
        change.rolePermissions = permissions[role]?.value?.map {
          ChangeRecord.PermissionThen(api: $0.apiIdentifier, name: $0.name)
        }
      }
      if planned.change.kind == .deleteRole { change.roleMembers = members[role]?.value }
      return change
    }
  }

  /// Deletions of roles that cannot be put on record as they are, with the error.
  func unsaved(_ plan: Plan) -> [Int: APIError] {
    var unsaved: [Int: APIError] = [:]
    for (place, change) in plan.changes.enumerated() {
      guard case .deleteRole(let role) = change else { continue }
      unsaved[place] = permissions[role.id]?.error ?? members[role.id]?.error
    }
    // A role that does not exist is gone already, which is found when it is read.
    return unsaved.filter { $0.value.code != .notFound }
  }
}
