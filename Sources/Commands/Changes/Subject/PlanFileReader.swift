import AccessModel
import FoundationEssentials
import ManagementAPI

/// Reads from the tenant who and what the ids of a plan file are.
struct PlanFileReader: Sendable {
  /// Reads.
  let reader: any AccessReading

  /// What of a file can be carried out, by the names of now.
  struct Known: Sendable {
    /// The changes, with what was so when they were planned.
    var changes: [PlannedChange] = []
    /// What cannot be, a line each.
    var leftOut: [String] = []
  }

  /// Looks up every user, role and organization of a file, each once.
  ///
  /// - Throws: `APIError` where something could not be read.
  func read(_ file: PlanFile) async throws -> Known {
    let changes = file.changes.map(\.change)
    let roleIDs = Set(changes.compactMap { $0.role?.id })
    let roles =
      roleIDs.isEmpty
      ? [:] : Dictionary(try await reader.roles(named: nil).map { ($0.id, $0) }) { $1 }
    let userIDs = Array(Set(changes.compactMap { $0.user?.id }))
    let read = try await userIDs.concurrently(atMost: PlanSubject.readsAtOnce) { [reader] id in
      try await Self.found { try await reader.user(id).user }
    }
    let users = Dictionary(zip(userIDs, read)) { $1 }
    let organizationIDs = Array(Set(changes.compactMap { $0.organization?.id }))
    let organizations = Dictionary(
      zip(
        organizationIDs,
        try await organizationIDs.concurrently(atMost: PlanSubject.readsAtOnce) { [reader] id in
          try await Self.found { try await reader.organization(id) }
        })
    ) { $1 }

    var known = Known()
    for planned in file.changes {
      let change = planned.change
      if let then = change.user {
        switch users[then.id] ?? nil {
        case nil:
          known.leftOut.append("left out: \(then.id.rawValue): the user does not exist any more")
          continue
        case let now? where Self.isAnother(now, then):
          known.leftOut.append(
            "left out: \(then.id.rawValue): another person has this id now, created at another time"
          )
          continue
        case .some: break
        }
      }
      if let role = change.role, roles[role.id] == nil {
        known.leftOut.append("left out: \(role.id.rawValue): the role does not exist any more")
        continue
      }
      if let organization = change.organization, organizations[organization.id] ?? nil == nil {
        known.leftOut.append(
          "left out: \(organization.id.rawValue): the organization does not exist any more")
        continue
      }
      known.changes.append(
        PlannedChange(
          change.naming(
            user: change.user.flatMap { users[$0.id] ?? nil },
            role: change.role.flatMap { roles[$0.id] },
            organization: change.organization.flatMap { organizations[$0.id] ?? nil }),
          before: planned.before))
    }
    return known
  }

  /// Whether a user was created at another time than the one that was planned for.
  private static func isAnother(_ now: User, _ then: User) -> Bool {
    guard let first = now.createdAt, let second = then.createdAt else { return false }
    return Timestamp(first) != Timestamp(second)
  }

  private static func found<Value: Sendable>(
    _ read: @Sendable () async throws -> Value
  ) async throws -> Value? {
    do {
      return try await read()
    } catch let error as APIError where error.code == .notFound || error.code == .badRequest {
      return nil
    }
  }
}

extension Change {
  /// The same change, by id, with what it is about as it was read just now.
  func naming(user: User?, role: Role?, organization: Organization?) -> Change {
    switch self {
    case .removeRole(let old, let oldUser): .removeRole(role ?? old, from: user ?? oldUser)
    case .assignRole(let old, let oldUser): .assignRole(role ?? old, to: user ?? oldUser)
    case .removeOrganizationRole(let old, let oldUser, let oldOrganization):
      .removeOrganizationRole(
        role ?? old, from: user ?? oldUser, in: organization ?? oldOrganization)
    case .assignOrganizationRole(let old, let oldUser, let oldOrganization):
      .assignOrganizationRole(
        role ?? old, to: user ?? oldUser, in: organization ?? oldOrganization)
    case .revokePermission(let permission, let oldUser):
      .revokePermission(permission, from: user ?? oldUser)
    case .grantPermission(let permission, let oldUser):
      .grantPermission(permission, to: user ?? oldUser)
    case .removePermission(let permission, let old):
      .removePermission(permission, from: role ?? old)
    case .addPermission(let permission, let old): .addPermission(permission, to: role ?? old)
    case .deleteRole(let old): .deleteRole(role ?? old)
    case .setRBAC: self
    case .revokeAccess(let oldUser): .revokeAccess(of: user ?? oldUser)
    }
  }
}
