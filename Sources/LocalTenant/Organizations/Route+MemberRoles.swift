extension Route {
  private static let path = "/organizations/{id}/members/{user_id}/roles"

  /// The roles that people hold within an organization, apart from those they hold in the tenant.
  static let memberRoles = [
    Route(.get, path, .anyOf(["read:organization_member_roles"]), family: .organizationMemberRoles)
    {
      call, store throws(APIError) in
      let (id, userID) = (try call.organizationID(), try call.userID(at: 1))
      let page = try PageRequest(call.query, pages: 1000)
      let roles = try store.read { state throws(APIError) in
        try state.checkMember(userID, of: id)
        return state.organizationRoles(of: userID, in: id)
      }
      return page.answer(page.slice(roles).map(\.json), of: roles.count, as: "roles")
    },
    Route(
      .post, path, .anyOf(["create:organization_member_roles"]),
      "Assign user roles to an Organization member", family: .organizationMemberRoles
    ) { call, store throws(APIError) in
      let (id, userID) = (try call.organizationID(), try call.userID(at: 1))
      let roleIDs = try call.roleIDs()
      let now = store.now
      return try store.write { state throws(APIError) in
        // Who is no member yet can be given roles all the same, and has them once a member.
        guard state.organizations[id] != nil else { throw .inexistentOrganization }
        guard state.directory.row(of: userID) != nil else { throw .inexistentUser }
        let unknown = roleIDs.filter { state.role($0, in: id) == nil }
        guard unknown.isEmpty else {
          throw APIError(
            .badRequest,
            "One or more of the specified roles do not exist: \(unknown.joined(separator: ", ")).",
            code: "invalid_body")
        }
        let held = Set(state.organizations.roles(of: userID, in: id))
        guard held.union(roleIDs).count <= TenantState.mostRoles else {
          throw APIError(
            .conflict, "No more roles can be assigned to this organization member.")
        }
        for roleID in roleIDs {
          _ = state.organizations.roles[id, default: Assignments()]
            .assign(roleID, to: userID, at: now)
        }
        return .noContent
      }
    },
    Route(
      .delete, path, .anyOf(["delete:organization_member_roles"]),
      "Delete user roles from an Organization member", family: .organizationMemberRoles
    ) { call, store throws(APIError) in
      let (id, userID) = (try call.organizationID(), try call.userID(at: 1))
      let roleIDs = try call.roleIDs()
      return try store.write { state throws(APIError) in
        guard state.organizations[id] != nil else { throw .inexistentOrganization }
        for roleID in roleIDs { _ = state.organizations.roles[id]?.remove(roleID, from: userID) }
        return .noContent
      }
    },
  ]
}

extension TenantState {
  /// Checks that a user is a member of an organization.
  ///
  /// - Throws: 404 for an organization, a user or a membership that there is not.
  fileprivate func checkMember(_ userID: String, of organizationID: String) throws(APIError) {
    guard organizations[organizationID] != nil else { throw .inexistentOrganization }
    guard directory.row(of: userID) != nil else { throw .inexistentUser }
    guard organizations.members.holds(organizationID, userID) else {
      throw APIError(
        .notFound, "The user does not belong to the organization.", code: "inexistent_member")
    }
  }
}
