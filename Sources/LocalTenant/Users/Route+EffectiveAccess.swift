extension Route {
  /// What a user has in any way, groups included, and through which role or group.
  static let effectiveAccess = [
    Route(.get, "/users/{id}/effective-roles", .anyOf(["read:user_effective_roles"])) {
      call, store throws(APIError) in
      let roles = try call.user(in: store) { $0.effectiveRoles(ofUser: $1.id) }
      return try call.checkpoint.answer(roles, as: "roles", id: \.role.id, json: \.json)
    },
    Route(
      .get, "/users/{id}/effective-roles/sources/groups", .anyOf(["read:user_role_source_groups"])
    ) { call, store throws(APIError) in
      let roleID = try call.query.required("role_id", about: "The ID of the role")
      let roles = try call.user(in: store) { $0.effectiveRoles(ofUser: $1.id) }
      let groups = roles.first { $0.role.id == roleID }?.groups ?? []
      return try call.checkpoint.answer(groups, as: "groups", id: \.id, json: \.json)
    },
    Route(.get, "/users/{id}/effective-permissions", .anyOf(["read:user_effective_permissions"])) {
      call, store throws(APIError) in
      let api = try call.query.required(
        "resource_server_identifier", about: "The identifier of the resource server")
      let permissions = try call.user(in: store) { state, user in
        state.permissions(ofUser: user.id, groups: true)
          .filter { $0.permission.resourceServer == api }
          .map { (name: $0.permission.name, json: state.effectiveJSON($0)) }
      }
      return try call.checkpoint.answer(
        permissions, as: "permissions", id: \.name, json: \.json)
    },
    Route(
      .get, "/users/{id}/effective-permissions/sources/effective-roles",
      .anyOf(["read:user_permission_source_roles"])
    ) { call, store throws(APIError) in
      let permission = Permission(
        resourceServer: try call.query.required(
          "resource_server_identifier", about: "The identifier of the resource server"),
        name: try call.query.required("permission_name", about: "The name of the permission"))
      let roles = try call.user(in: store) { $0.effectiveRoles(ofUser: $1.id) }
      let giving = roles.filter { $0.role.permissions.contains(permission) }
      return try call.checkpoint.answer(giving, as: "roles", id: \.role.id, json: \.json)
    },
  ]
}

extension APICall {
  /// What the call asks for of a list that has checkpoints alone.
  var checkpoint: CheckpointRequest {
    get throws(APIError) {
      if let request = try CheckpointRequest(query) { return request }
      return CheckpointRequest()
    }
  }

  /// Reads something about the user in the path.
  ///
  /// - Throws: 404 `inexistent_user`.
  func user<Result: Sendable>(
    in store: TenantStore, at place: Int = 0, _ body: (borrowing TenantState, User) -> Result
  ) throws(APIError) -> Result {
    let id = try userID(at: place)
    return try store.read { state throws(APIError) in
      guard let user = state.directory[id] else { throw .inexistentUser }
      return body(state, user)
    }
  }
}

extension TenantState {
  fileprivate func effectiveJSON(_ permission: EffectivePermission) -> JSON {
    guard case .object(var members) = json(permission.permission) else { return .null }
    var sources: [JSON] = permission.sources.contains(.direct) ? ["direct"] : []
    if permission.sources.contains(where: { $0 != .direct }) { sources.append("roles") }
    members.append(JSON.Member("sources", .array(sources)))
    return .object(members)
  }
}
