import AccessModel
import ManagementAPI

/// Which roles a plan gives or takes, and whose: what a command line named, not yet looked up.
struct PlanSubject: Sendable {
  /// Whether they are given or taken.
  var intent: Plan.Intent
  /// The roles.
  var roles: [RoleSelector]
  /// The users.
  var users: UserSelection
  /// Within which organization; `nil` for the tenant itself.
  var organization: OrganizationSelector?

  /// For how many users it is read beforehand what they hold.
  static let heldLimit = PlanFacts.fullLimit
  /// How many users are read at a time.
  static let readsAtOnce = 8

  /// Looks up what was named, and freezes it as a plan.
  ///
  /// - Parameters:
  ///   - id: What names the run that it becomes.
  ///   - tell: Told what is being read, for a person who waits.
  /// - Throws: `CommandFailure` where something named is not just one thing, and `APIError`.
  func plan(
    id: String, tenant: Tenant, reason: String, in reader: any AccessReading,
    tell: @Sendable (String) -> Void = { _ in }
  ) async throws -> Plan {
    let roles = try await RoleSelector.roles(roles, in: reader)
    let organization = try await organization?.organization(in: reader)
    let planned: [PlannedChange]
    if users == .allMembers {
      planned =
        if let organization {
          try await memberChanges(roles, of: organization, in: reader)
        } else {
          try await holderChanges(roles, in: reader)
        }
    } else {
      let users = try await users.users(in: reader, tell: tell)
      planned = try await changes(roles, of: users, within: organization, in: reader)
    }
    return Plan(id: id, tenant: tenant, planned: planned, reason: reason)
  }

  private func changes(
    _ roles: [Role], of users: [User], within organization: Organization?,
    in reader: any AccessReading
  ) async throws -> [PlannedChange] {
    let held: [Set<RoleID>?] =
      users.count <= Self.heldLimit
      ? try await users.concurrently(atMost: Self.readsAtOnce) { user in
        try await Self.rolesHeld(by: user.id, in: organization, reader)
      } : Array(repeating: nil, count: users.count)
    return zip(users, held).flatMap { user, held in
      roles.map { role in
        PlannedChange(
          Change(intent, role, of: user, in: organization),
          before: held.map { .held($0.contains(role.id)) } ?? .notRead)
      }
    }
  }

  /// What a user holds there; `nil` where that could not be read, which the preview says.
  private static func rolesHeld(
    by user: UserID, in organization: Organization?, _ reader: any AccessReading
  ) async throws -> Set<RoleID>? {
    do {
      let roles =
        if let organization {
          try await reader.roles(ofMember: user, in: organization.id)
        } else {
          try await reader.roles(ofUser: user)
        }
      return Set(roles.map(\.id))
    } catch is APIError {
      return nil
    }
  }

  /// Everyone in the roles' own lists, which say themselves that they hold it.
  private func holderChanges(
    _ roles: [Role], in reader: any AccessReading
  ) async throws -> [PlannedChange] {
    var planned: [PlannedChange] = []
    for role in roles {
      for try await page in reader.everyMember(ofRole: role.id) {
        planned += page.items.map { member in
          let user = User(id: member.id, name: member.name, email: member.email)
          return PlannedChange(Change(intent, role, of: user), before: .held(true))
        }
      }
    }
    return planned
  }

  /// An organization's members: those who hold a role there, where it is taken; everyone else, where it
  /// is given.
  private func memberChanges(
    _ roles: [Role], of organization: Organization, in reader: any AccessReading
  ) async throws -> [PlannedChange] {
    var planned: [PlannedChange] = []
    for try await page in reader.members(ofOrganization: organization.id, withRoles: true) {
      for member in page.items {
        let user = User(id: member.id, name: member.name, email: member.email)
        let held = member.roles.map { Set($0.map(\.id)) }
        for role in roles {
          let change = Change(intent, role, of: user, in: organization)
          let before = held.map { HeldBefore.held($0.contains(role.id)) } ?? .notRead
          if !before.isAlready(change) { planned.append(PlannedChange(change, before: before)) }
        }
      }
    }
    return planned
  }
}
