/// The tenant's organizations, who belongs to them, and which roles people hold in them.
struct OrganizationList: Sendable {
  /// In the order of their creation.
  private(set) var all: [Organization]
  /// Who is a member of which organization.
  var members: Assignments
  /// Who holds which role within an organization, by its id; also for people who are no members.
  var roles: [String: Assignments]

  init(
    _ organizations: [Organization] = [], members: Assignments = Assignments(),
    roles: [String: Assignments] = [:]
  ) {
    all = organizations
    self.members = members
    self.roles = roles
  }

  subscript(id: String) -> Organization? { all.first { $0.id == id } }

  /// The organizations that a user is a member of.
  func organizations(of userID: String) -> [Organization] {
    members.held(by: userID).compactMap { self[$0.id] }
  }

  /// The ids of the roles that a user holds within an organization.
  func roles(of userID: String, in organizationID: String) -> [String] {
    roles[organizationID]?.held(by: userID).map(\.id) ?? []
  }

  /// Takes a user out of every organization, with the roles held there.
  mutating func removeAll(from userID: String) {
    members.removeAll(from: userID)
    for id in roles.keys { roles[id]?.removeAll(from: userID) }
  }

  /// Takes a role from everybody who holds it within an organization.
  mutating func removeRole(_ roleID: String) {
    for id in roles.keys { roles[id]?.removeAll(of: roleID) }
  }
}
