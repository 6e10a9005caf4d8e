/// Everything that a tenant knows.
struct TenantState: Sendable {
  var directory: UserDirectory
  var roles: RoleList
  var assignments: Assignments
  /// The permissions that users hold directly, by user id.
  var grants: [String: [Permission]]
  var resourceServers: [ResourceServer]
  var organizations: OrganizationList
  var groups: GroupList
  var connections: [Connection]
  var devices = DeviceList()
  /// Whom brute-force protection keeps out, by user id.
  var blocks: [String: [BruteForceBlock]] = [:]
  var logs = LogBook()
  var jobs: [String: ExportJob] = [:]
  var settings = TenantSettings()
  /// The scheme, the host and the port that the tenant is called by; known once it listens.
  var origin = ""
  /// What the ids of new things are drawn from.
  var random = SplitMix64(seed: 0)

  private var searched = Lagging<UserDirectory>(by: .zero)
  private var listed = Lagging<Assignments>(by: .zero)

  init(
    directory: UserDirectory, roles: RoleList, assignments: Assignments,
    grants: [String: [Permission]], resourceServers: [ResourceServer],
    organizations: OrganizationList, groups: GroupList, connections: [Connection]
  ) {
    self.directory = directory
    self.roles = roles
    self.assignments = assignments
    self.grants = grants
    self.resourceServers = resourceServers
    self.organizations = organizations
    self.groups = groups
    self.connections = connections
  }

  /// Lets searches and member lists lag behind from now on.
  mutating func lag(searches: Duration, memberLists: Duration) {
    searched = Lagging(by: searches)
    listed = Lagging(by: memberLists)
  }
}

extension TenantState {
  /// The users as a search sees them.
  mutating func searchable(at now: Timestamp) -> UserDirectory {
    searched.seen(directory, at: now)
  }

  /// Who holds which role, as a role's list of members sees it.
  mutating func listable(at now: Timestamp) -> Assignments {
    listed.seen(assignments, at: now)
  }

  /// Changes a user; false where there is none with this id.
  mutating func updateUser(
    _ id: String, at now: Timestamp, _ change: (inout User) -> Void
  ) -> Bool {
    guard var user = directory[id] else { return false }
    change(&user)
    user.updatedAt = now
    let changed = user
    searched.note({ $0.replace(changed) }, to: directory, at: now)
    directory.replace(changed)
    return true
  }

  /// Adds a user, whose id no other has.
  mutating func addUser(_ user: User, at now: Timestamp) {
    searched.note({ $0.replace(user) }, to: directory, at: now)
    directory.replace(user)
  }

  /// Removes a user, with everything that the user holds; false where there is none with this id.
  mutating func deleteUser(_ id: String, at now: Timestamp) -> Bool {
    guard directory.row(of: id) != nil else { return false }
    searched.note({ _ = $0.remove(id) }, to: directory, at: now)
    listed.note({ $0.removeAll(from: id) }, to: assignments, at: now)
    _ = directory.remove(id)
    assignments.removeAll(from: id)
    organizations.removeAll(from: id)
    groups.members.removeAll(from: id)
    devices.forget(id)
    grants[id] = nil
    blocks[id] = nil
    return true
  }

  /// Gives a user a role; false where the user holds it already.
  @discardableResult
  mutating func assign(_ roleID: String, to userID: String, at now: Timestamp) -> Bool {
    guard !assignments.holds(roleID, userID) else { return false }
    listed.note({ _ = $0.assign(roleID, to: userID, at: now) }, to: assignments, at: now)
    return assignments.assign(roleID, to: userID, at: now)
  }

  /// Takes a role from a user; false where the user does not hold it.
  @discardableResult
  mutating func unassign(_ roleID: String, from userID: String, at now: Timestamp) -> Bool {
    guard assignments.holds(roleID, userID) else { return false }
    listed.note({ _ = $0.remove(roleID, from: userID) }, to: assignments, at: now)
    return assignments.remove(roleID, from: userID)
  }

  /// Removes a role, and takes it from everybody; false where there is none with this id.
  mutating func deleteRole(_ id: String, at now: Timestamp) -> Bool {
    guard roles.remove(id) else { return false }
    listed.note({ $0.removeAll(of: id) }, to: assignments, at: now)
    assignments.removeAll(of: id)
    organizations.removeRole(id)
    groups.removeRole(id)
    return true
  }

  /// The API with this identifier.
  func resourceServer(identifier: String) -> ResourceServer? {
    resourceServers.first { $0.identifier == identifier }
  }

  /// Tells the tenant by which origin it is called, and so which audience its own API has.
  mutating func setOrigin(_ origin: String) {
    self.origin = origin
    let audience = "\(origin)/api/v2/"
    for index in resourceServers.indices where resourceServers[index].isSystem {
      resourceServers[index].identifier = audience
    }
  }
}
