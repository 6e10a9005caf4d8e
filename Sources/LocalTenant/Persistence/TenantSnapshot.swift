/// What of a tenant is kept in a file: all but the exports, whose links do not outlive it anyway.
struct TenantSnapshot: Codable, Sendable {
  /// The form of the file; one with another number is not read.
  static let currentFormat = 1

  var format = Self.currentFormat
  var now: Timestamp
  var random: UInt64
  var users: [User]
  var roles: [Role]
  var assignments: [String: [Assignments.Held]]
  var grants: [String: [Permission]]
  var resourceServers: [ResourceServer]
  var organizations: [Organization]
  var organizationMembers: [String: [Assignments.Held]]
  var organizationRoles: [String: [String: [Assignments.Held]]]
  var groups: [Group]
  var groupMembers: [String: [Assignments.Held]]
  var connections: [Connection]
  var devices: DeviceList
  var blocks: [String: [BruteForceBlock]]
  var logs: [LogEntry]

  /// The state as it is now.
  init(_ state: borrowing TenantState, now: Timestamp) {
    self.now = now
    random = state.random.state
    users = state.directory.users
    roles = state.roles.roles
    assignments = state.assignments.all
    grants = state.grants
    resourceServers = state.resourceServers
    organizations = state.organizations.all
    organizationMembers = state.organizations.members.all
    organizationRoles = state.organizations.roles.mapValues(\.all)
    groups = state.groups.all
    groupMembers = state.groups.members.all
    connections = state.connections
    devices = state.devices
    blocks = state.blocks
    logs = state.logs.entries
  }

  /// The state that was kept.
  var state: TenantState {
    var state = TenantState(
      directory: UserDirectory(users), roles: RoleList(roles),
      assignments: Assignments(assignments), grants: grants, resourceServers: resourceServers,
      organizations: OrganizationList(
        organizations, members: Assignments(organizationMembers),
        roles: organizationRoles.mapValues { Assignments($0) }),
      groups: GroupList(groups, members: Assignments(groupMembers)), connections: connections)
    state.devices = devices
    state.blocks = blocks
    state.logs = LogBook(logs)
    state.random = SplitMix64(seed: random)
    return state
  }
}
