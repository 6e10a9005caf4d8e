extension Route {
  /// The roles that a user holds.
  static let userRoles = [
    Route(.get, "/users/{id}/roles", .allOf(["read:users", "read:roles"])) {
      call, store throws(APIError) in
      if store.configuration.unknowns.readingRolesNeedsRoleMembers {
        try ScopeRule.allOf(["read:users", "read:roles", "read:role_members"]).check(call.grant)
      }
      let id = try call.userID()
      let page = try PageRequest(call.query)
      let roles = try store.read { state throws(APIError) in
        guard state.directory.row(of: id) != nil else { throw .userNotFound }
        return state.assignments.held(by: id).compactMap { state.roles[$0.id] }
      }
      return page.answer(page.slice(roles).map(\.json), of: roles.count, as: "roles")
    },
    Route(
      .delete, "/users/{id}/roles", .anyOf(["update:users"]), "Removes roles from a user",
      family: .roleWrites
    ) { call, store throws(APIError) in
      let unknowns = store.configuration.unknowns
      if unknowns.removingRolesNeedsRoleMembers {
        try ScopeRule.allOf(["update:users", "delete:role_members"]).check(call.grant)
      }
      let id = try call.userID()
      let roleIDs = try call.roleIDs()
      let now = store.now
      try store.write { state throws(APIError) in
        guard state.directory.row(of: id) != nil else { throw .inexistentUser }
        let refusal = state.refusal(ofRemoving: roleIDs, from: id, unknowns)
        if let refusal, !unknowns.appliesRefusedWritesInPart { throw refusal.error }
        for roleID in roleIDs.prefix(refusal?.place ?? roleIDs.count) {
          state.unassign(roleID, from: id, at: now)
        }
        if let refusal { throw refusal.error }
      }
      return .noContent
    },
    Route(
      .post, "/users/{id}/roles", .allOf(["update:users", "create:role_members"]),
      "Assign roles to a user", family: .roleWrites
    ) { call, store throws(APIError) in
      let id = try call.userID()
      let roleIDs = try call.roleIDs()
      let now = store.now
      try store.write { state throws(APIError) in
        guard state.directory.row(of: id) != nil else { throw .inexistentUser }
        guard roleIDs.allSatisfy({ state.roles[$0] != nil }) else { throw .inexistentRole }
        let held = Set(state.assignments.held(by: id).map(\.id))
        if let refusal = store.configuration.unknowns.refusal(of: roleIDs, to: held) {
          throw refusal
        }
        for roleID in roleIDs { state.assign(roleID, to: id, at: now) }
      }
      return .noContent
    },
  ]
}

extension TenantState {
  /// The most roles that anybody can be given, in the tenant or within an organization.
  static let mostRoles = 50

  /// The first of these roles whose removal is refused, where the tenant refuses any.
  fileprivate func refusal(
    ofRemoving roleIDs: [String], from userID: String, _ unknowns: TenantConfiguration.Unknowns
  ) -> (place: Int, error: APIError)? {
    for (place, roleID) in roleIDs.enumerated() where !assignments.holds(roleID, userID) {
      let answer =
        roles[roleID] == nil ? unknowns.removalOfUnknownRole : unknowns.removalOfUnheldRole
      switch answer {
      case .noContent: continue
      case .notFound: return (place, .inexistentRole)
      case .badRequest: return (place, .invalidPayloadInput)
      }
    }
    return nil
  }
}

extension APICall {
  /// The role ids of a body `{"roles":["rol_..."]}`.
  ///
  /// - Throws: 400 `invalid_body` in the words of the real API's schema validation.
  func roleIDs() throws(APIError) -> [String] {
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

extension TenantConfiguration.Unknowns {
  /// Why these roles are not assigned to somebody who holds those; `nil` where they are.
  fileprivate func refusal(of roleIDs: [String], to held: Set<String>) -> APIError? {
    if !held.isDisjoint(with: roleIDs) {
      switch assignmentOfHeldRole {
      case .noContent: break
      case .conflict:
        return APIError(.conflict, "The role is already assigned to this user.")
      case .badRequest: return .invalidPayloadInput
      }
    }
    guard held.union(roleIDs).count > max(TenantState.mostRoles, held.count) else { return nil }
    let words = "No more roles can be assigned to this user."
    return switch assignmentOfTooManyRoles {
    case .conflict: APIError(.conflict, words)
    case .badRequest: APIError(.badRequest, words)
    }
  }
}
