extension Route {
  /// What a user may do, where it comes from, and what of it was granted directly.
  static let userPermissions = [
    Route(.get, "/users/{id}/permissions", .anyOf(["read:users"]), family: .readUsers) {
      call, store throws(APIError) in
      let unknowns = store.configuration.unknowns
      let id = try call.userID()
      let page = try PageRequest(call.query)
      return try store.read { state throws(APIError) in
        guard state.directory.row(of: id) != nil else { throw .userNotFound }
        let permissions = state.permissions(
          ofUser: id, groups: unknowns.permissionsIncludeGroups)
        let items = page.slice(permissions).map {
          state.json($0, sourcesNameRoles: unknowns.sourcesNameRoles)
        }
        return page.answer(items, of: permissions.count, as: "permissions")
      }
    },
    Route(
      .post, "/users/{id}/permissions", .anyOf(["update:users"]), "Assign permissions to a user",
      family: .roleWrites
    ) { call, store throws(APIError) in
      let id = try call.userID()
      let permissions = try call.permissions()
      return try store.write { state throws(APIError) in
        guard state.directory.row(of: id) != nil else { throw .inexistentUser }
        try state.check(permissions)
        var granted = state.grants[id] ?? []
        for permission in permissions where !granted.contains(permission) {
          granted.append(permission)
        }
        guard granted.count <= 1_000 else {
          throw APIError(.badRequest, "No more permissions can be assigned to this user.")
        }
        state.grants[id] = granted
        return .created
      }
    },
    Route(
      .delete, "/users/{id}/permissions", .anyOf(["update:users"]),
      "Remove permissions from a user", family: .roleWrites
    ) { call, store throws(APIError) in
      let id = try call.userID()
      let permissions = try call.permissions()
      return try store.write { state throws(APIError) in
        guard state.directory.row(of: id) != nil else { throw .inexistentUser }
        state.grants[id]?.removeAll { permissions.contains($0) }
        return .noContent
      }
    },
  ]
}

extension APICall {
  /// The permissions of a body
  /// `{"permissions":[{"resource_server_identifier":"...","permission_name":"..."}]}`.
  ///
  /// - Throws: 400 `invalid_body` in the words of the real API's schema validation.
  func permissions() throws(APIError) -> [Permission] {
    let items = try bodyArray(
      "permissions", about: "array of resource_server_identifier, permission_name pairs.")
    var permissions: [Permission] = []
    for (index, item) in items.enumerated() {
      for name in ["resource_server_identifier", "permission_name"]
      where item[name]?.string == nil {
        throw .invalidBody("'Missing required property: \(name)' on property permissions[\(index)]")
      }
      permissions.append(
        Permission(
          resourceServer: item["resource_server_identifier"]?.string ?? "",
          name: item["permission_name"]?.string ?? ""))
    }
    return permissions
  }
}

extension TenantState {
  /// Checks that there are such permissions.
  ///
  /// - Throws: 404 for an API that does not exist, 400 for a permission that its API does not have.
  func check(_ permissions: [Permission]) throws(APIError) {
    for permission in permissions {
      guard let api = resourceServer(identifier: permission.resourceServer) else {
        throw .inexistentResourceServer
      }
      guard api.scopes.contains(where: { $0.value == permission.name }) else {
        throw APIError(
          .badRequest, "The permission \(permission.name) does not exist.", code: "invalid_body")
      }
    }
  }
}
