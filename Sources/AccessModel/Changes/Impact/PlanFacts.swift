/// What was read before a plan is confirmed, to tell what it costs.
///
/// For up to ``fullLimit`` users everything is read; above, the roles concerned are, and what users hold
/// where lists told it. What is missing was not read.
package struct PlanFacts: Sendable {
  /// For how many users everything is read.
  package static let fullLimit = 50

  /// The users of whom everything was read.
  package var users: [UserID: RemovalFacts]
  /// The roles that users hold directly in the tenant, where they are known.
  package var held: [UserID: [RoleID]]
  /// The roles that members hold within organizations, by the organization's id, where they are known.
  package var heldWithin: [String: [UserID: [RoleID]]]
  /// The roles that users hold through groups, where the token may read them.
  package var heldThroughGroups: [UserID: [RoleID]]
  /// The roles by id, for their names.
  package var roles: [RoleID: Role]
  /// What roles give.
  package var rolePermissions: [RoleID: Fact<[Permission]>]
  /// How many users hold each role directly.
  package var holders: [RoleID: Fact<Int>]
  /// Who holds each role that is to be deleted, where they were read: all of them.
  package var members: [RoleID: Fact<[User]>]
  /// The tenant's APIs.
  package var apis: Fact<[ResourceServer]>

  /// What was read.
  package init(
    users: [UserID: RemovalFacts] = [:], held: [UserID: [RoleID]] = [:],
    heldWithin: [String: [UserID: [RoleID]]] = [:],
    heldThroughGroups: [UserID: [RoleID]] = [:], roles: [RoleID: Role] = [:],
    rolePermissions: [RoleID: Fact<[Permission]>] = [:], holders: [RoleID: Fact<Int>] = [:],
    members: [RoleID: Fact<[User]>] = [:], apis: Fact<[ResourceServer]>
  ) {
    self.users = users
    self.held = held
    self.heldWithin = heldWithin
    self.heldThroughGroups = heldThroughGroups
    self.roles = roles
    self.rolePermissions = rolePermissions
    self.holders = holders
    self.members = members
    self.apis = apis
  }

  /// Whether everything is to be read of a plan's users.
  package static func readsEverything(of plan: Plan) -> Bool { plan.userCount <= fullLimit }
}
