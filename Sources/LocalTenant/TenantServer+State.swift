/// The tenant's state without HTTP, for tests that need to know the truth or to change it.
extension TenantServer {
  /// The ids of all users, in the order in which the API lists them.
  package func userIDs() -> [String] {
    store.read { $0.directory.users.map(\.id) }
  }

  /// The ids of the users with exactly this name.
  package func userIDs(named name: String) -> [String] {
    store.read { $0.directory.users.filter { $0.name == name }.map(\.id) }
  }

  /// The name of a user; nil where there is no such user, or the user has none.
  package func userName(_ userID: String) -> String? {
    store.read { $0.directory[userID]?.name }
  }

  /// The ids of all roles, in the order in which the API lists them.
  package func roleIDs() -> [String] {
    store.read { $0.roles.roles.map(\.id) }
  }

  /// The id of the role with exactly this name.
  package func roleID(named name: String) -> String? {
    store.read { $0.roles.named(name)?.id }
  }

  /// The ids of the roles that a user holds, in the order in which they were assigned.
  package func roles(ofUser userID: String) -> [String] {
    store.read { $0.assignments.held(by: userID).map(\.id) }
  }

  /// The ids of the users who hold a role, in the order in which it was assigned to them.
  package func users(withRole roleID: String) -> [String] {
    store.read { $0.assignments.members(of: roleID).map(\.userID) }
  }

  /// Gives roles to a user, as somebody else at work on the tenant would.
  ///
  /// - Returns: Whether there is such a user and there are such roles; if not, nothing changes.
  @discardableResult
  package func assignRoles(_ roleIDs: [String], toUser userID: String) -> Bool {
    let now = store.now
    return store.write { state in
      guard state.directory.row(of: userID) != nil,
        roleIDs.allSatisfy({ state.roles[$0] != nil })
      else { return false }
      for roleID in roleIDs { state.assign(roleID, to: userID, at: now) }
      return true
    }
  }

  /// Takes roles from a user, as somebody else at work on the tenant would.
  ///
  /// - Returns: Whether the user held any of them.
  @discardableResult
  package func removeRoles(_ roleIDs: [String], fromUser userID: String) -> Bool {
    let now = store.now
    return store.write { state in
      roleIDs.reduce(false) { state.unassign($1, from: userID, at: now) || $0 }
    }
  }

  /// Adds a user whose id is just this one, with no more than an id, as a connection with ids of its own
  /// would.
  ///
  /// - Returns: Whether there was no such user yet; if not, nothing changes.
  @discardableResult
  package func addUser(_ userID: String) -> Bool {
    let now = store.now
    return store.write { state in
      guard state.directory.row(of: userID) == nil else { return false }
      let parts = userID.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      let provider = String(parts[0])
      let identity = Identity(
        connection: provider, userID: parts.count > 1 ? String(parts[1]) : "", provider: provider,
        isSocial: false)
      state.addUser(
        User(id: userID, identities: [identity], createdAt: now, updatedAt: now), at: now)
      return true
    }
  }

  /// Removes a user, with everything that the user holds.
  ///
  /// - Returns: Whether there was such a user.
  @discardableResult
  package func deleteUser(_ userID: String) -> Bool {
    let now = store.now
    return store.write { $0.deleteUser(userID, at: now) }
  }

  /// Removes a role, and takes it from everybody.
  ///
  /// - Returns: Whether there was such a role.
  @discardableResult
  package func deleteRole(_ roleID: String) -> Bool {
    let now = store.now
    return store.write { $0.deleteRole(roleID, at: now) }
  }

  /// Gives a user another name, or none.
  ///
  /// - Returns: Whether there is such a user.
  @discardableResult
  package func renameUser(_ userID: String, to name: String?) -> Bool {
    let now = store.now
    return store.write { state in
      state.updateUser(userID, at: now) { $0.name = name }
    }
  }

  /// Blocks a user, or lifts the block.
  ///
  /// - Returns: Whether there is such a user.
  @discardableResult
  package func setBlocked(_ isBlocked: Bool, user userID: String) -> Bool {
    let now = store.now
    return store.write { state in
      state.updateUser(userID, at: now) { $0.isBlocked = isBlocked }
    }
  }
}
