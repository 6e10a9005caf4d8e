extension Route {
  /// Organizations themselves, and who belongs to them.
  static let organizations = [
    Route(
      .get, "/organizations", .anyOf(["read:organizations", "read:organizations_summary"]),
      family: .readOrganizations
    ) { call, store throws(APIError) in
      let checkpoint = try CheckpointRequest(call.query)
      let page = try PageRequest(call.query, pages: 1000)
      var organizations = store.read { $0.organizations.all }
      if let checkpoint {
        return checkpoint.answer(organizations, as: "organizations", id: \.id, json: \.json)
      }
      guard !page.isBeyondWall else { throw .listWall(page: page.page) }
      try call.sort(&organizations)
      return page.answer(
        page.slice(organizations).map(\.json), of: organizations.count, as: "organizations")
    },
    Route(
      .get, "/organizations/{id}", .anyOf(["read:organizations", "read:organizations_summary"]),
      family: .readOrganizations
    ) { call, store throws(APIError) in
      let id = try call.organizationID()
      return try store.read { state throws(APIError) in
        guard let organization = state.organizations[id] else { throw .inexistentOrganization }
        return .ok(organization.json)
      }
    },
    Route(
      .get, "/organizations/{id}/members", .anyOf(["read:organization_members"]),
      family: .readOrganizationMembers
    ) { call, store throws(APIError) in
      try call.organizationMembers(in: store)
    },
    Route(
      .get, "/users/{id}/organizations", .anyOf(["read:organizations"]),
      family: .readUserOrganizations
    ) { call, store throws(APIError) in
      let id = try call.userID()
      let page = try PageRequest(call.query, pages: 1000)
      let organizations = try store.read { state throws(APIError) in
        guard state.directory.row(of: id) != nil else { throw .userNotFound }
        return state.organizations.organizations(of: id)
      }
      return page.answer(
        page.slice(organizations).map(\.json), of: organizations.count, as: "organizations")
    },
  ]
}

extension APICall {
  private static let longestOrganizationID = 50
  private static let memberFields = ["user_id", "email", "picture", "name", "roles"]

  /// The organization id in the path.
  ///
  /// - Throws: 400 `invalid_uri` for one that is too long.
  func organizationID() throws(APIError) -> String {
    let id = parameters.first ?? ""
    guard id.count <= Self.longestOrganizationID else {
      throw APIError(
        .badRequest,
        "Path validation error: 'String is too long (\(id.count) chars), maximum "
          + "\(Self.longestOrganizationID)' on property id (Organization identifier).",
        code: "invalid_uri")
    }
    return id
  }

  fileprivate func sort(_ organizations: inout [Organization]) throws(APIError) {
    switch query["sort"] {
    case nil, "created_at:1": break
    case "created_at:-1": organizations.reverse()
    case "name:1": organizations.sort { $0.name < $1.name }
    case "name:-1": organizations.sort { $0.name > $1.name }
    case "display_name:1": organizations.sort { $0.displayName < $1.displayName }
    case "display_name:-1": organizations.sort { $0.displayName > $1.displayName }
    case .some(let text):
      throw .invalidQuery(
        "String does not match pattern ^((display_name|created_at|name))\\:(1|-1)$: \(text)",
        property: "sort", about: "Field to sort by")
    }
  }

  fileprivate func organizationMembers(in store: TenantStore) throws(APIError) -> APIAnswer {
    let id = try organizationID()
    var fields = try FieldSelection(query)
    if fields.names == nil {
      fields.names = Set(Self.memberFields.dropLast())
    }
    if fields.has("roles") {
      try ScopeRule.anyOf(["read:organization_member_roles"]).check(grant)
    }
    let checkpoint = try CheckpointRequest(query)
    let page = try PageRequest(query, pages: 1000)
    return try store.read { state throws(APIError) in
      guard state.organizations[id] != nil else { throw .inexistentOrganization }
      let members = state.organizations.members
      if let checkpoint {
        let items = members.members(of: id, after: checkpoint.from, count: checkpoint.take)
        // Only an empty page ends this list: the last page that holds anybody has a next one too.
        return checkpoint.answer(
          items.compactMap { state.memberJSON($0.userID, in: id, fields) },
          next: items.last.map { Checkpoint(time: $0.since, id: $0.userID) }, as: "members")
      }
      guard !page.isBeyondWall else { throw .listWall(page: page.page) }
      let all = members.members(of: id)
      let items = page.slice(all).compactMap { state.memberJSON($0.userID, in: id, fields) }
      return page.answer(items, of: all.count, as: "members")
    }
  }
}

extension TenantState {
  /// A member of an organization, with the roles held there if they are asked for.
  fileprivate func memberJSON(
    _ userID: String, in organizationID: String, _ fields: FieldSelection
  ) -> JSON? {
    guard let user = directory[userID], case .object(var members) = user.memberJSON else {
      return nil
    }
    if fields.has("roles") {
      let roles = organizationRoles(of: userID, in: organizationID).map { role -> JSON in
        ["id": .string(role.id), "name": .string(role.name)]
      }
      members.append(JSON.Member("roles", .array(roles)))
    }
    return fields.applied(to: .object(members))
  }

  /// The roles that a user holds within an organization: the tenant's and the organization's own.
  func organizationRoles(of userID: String, in organizationID: String) -> [Role] {
    organizations.roles(of: userID, in: organizationID).compactMap {
      role($0, in: organizationID)
    }
  }

  /// A role that can be held within an organization: one of the tenant, or one of its own.
  func role(_ id: String, in organizationID: String) -> Role? {
    roles[id] ?? organizations[organizationID]?.roles.first { $0.id == id }
  }
}

extension APIError {
  /// 404 for an organization that does not exist.
  static let inexistentOrganization = APIError(
    .notFound, "No organization found by that id or name")
}
