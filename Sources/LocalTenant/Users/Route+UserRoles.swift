extension Route {
  /// The roles that a user holds.
  static let userRoles = [
    Route(.get, "/users/{id}/roles", .allOf(["read:users", "read:roles"])) {
      call, store throws(APIError) in
      let id = try call.userID()
      let page = try PageRequest(call.query)
      let roles = try store.read { state throws(APIError) in
        guard state.directory.row(of: id) != nil else { throw .userNotFound }
        return state.assignments.held(by: id).compactMap { state.roles[$0.roleID] }
      }
      return page.answer(page.slice(roles).map(\.json), of: roles.count, as: "roles")
    },
    Route(.delete, "/users/{id}/roles", .anyOf(["update:users"])) {
      call, store throws(APIError) in
      let id = try call.userID()
      let roleIDs = try call.roleIDs()
      try store.write { state throws(APIError) in
        guard state.directory.row(of: id) != nil else { throw .inexistentUser }
        // A role that is not held, and one that does not exist, is answered like one that was.
        for roleID in roleIDs { _ = state.assignments.remove(roleID, from: id) }
      }
      return .noContent
    },
    Route(.post, "/users/{id}/roles", .allOf(["update:users", "create:role_members"])) {
      call, store throws(APIError) in
      let id = try call.userID()
      let roleIDs = try call.roleIDs()
      let now = store.now
      try store.write { state throws(APIError) in
        guard state.directory.row(of: id) != nil else { throw .inexistentUser }
        guard roleIDs.allSatisfy({ state.roles[$0] != nil }) else { throw .inexistentRole }
        for roleID in roleIDs { _ = state.assignments.assign(roleID, to: id, at: now) }
      }
      return .noContent
    },
  ]
}

extension APICall {
  /// The role ids of a body `{"roles":["rol_..."]}`.
  ///
  /// - Throws: 400 `invalid_body` in the words of the real API's schema validation.
  fileprivate func roleIDs() throws(APIError) -> [String] {
    let roles = try bodyArray("roles", about: "List of roles IDs to associated with the user")
    var ids: [String] = []
    for (index, role) in roles.enumerated() {
      guard let id = role.string else {
        throw .invalidBody(
          "'Expected type string but found type \(role.typeName)' on property roles[\(index)]")
      }
      // A role's name in place of its id is what people send by mistake.
      guard Role.isWellFormed(id) else { throw .invalidPayloadInput }
      ids.append(id)
    }
    return ids
  }
}
