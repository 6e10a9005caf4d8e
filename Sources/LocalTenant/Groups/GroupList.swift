/// The tenant's groups, and who belongs to them.
struct GroupList: Sendable {
  /// In the order of their creation.
  private(set) var all: [Group]
  /// Who is a member of which group.
  var members: Assignments

  init(_ groups: [Group] = [], members: Assignments = Assignments()) {
    all = groups
    self.members = members
  }

  subscript(id: String) -> Group? { all.first { $0.id == id } }

  /// The groups that a user is a member of.
  func groups(of userID: String) -> [Group] {
    members.held(by: userID).compactMap { self[$0.id] }
  }

  /// Changes a group, but for its id; false where there is none with this id.
  mutating func update(_ id: String, _ change: (inout Group) -> Void) -> Bool {
    guard let place = all.firstIndex(where: { $0.id == id }) else { return false }
    change(&all[place])
    return true
  }

  /// Takes a role from every group.
  mutating func removeRole(_ roleID: String) {
    for place in all.indices { all[place].roleIDs.removeAll { $0 == roleID } }
  }
}
