extension Route {
  /// What roles permit.
  static let rolePermissions = [
    Route(.get, "/roles/{id}/permissions", .anyOf(["read:roles"])) {
      call, store throws(APIError) in
      let id = call.parameters.first ?? ""
      let page = try PageRequest(call.query)
      return try store.read { state throws(APIError) in
        guard let role = state.roles[id] else { throw .inexistentRole }
        return page.answer(
          page.slice(role.permissions).map { state.json($0) }, of: role.permissions.count,
          as: "permissions")
      }
    },
    Route(
      .post, "/roles/{id}/permissions", .anyOf(["update:roles"]),
      "Associate permissions with a role"
    ) { call, store throws(APIError) in
      let id = call.parameters.first ?? ""
      let permissions = try call.permissions()
      return try store.write { state throws(APIError) in
        guard let role = state.roles[id] else { throw .inexistentRole }
        try state.check(permissions)
        guard Set(role.permissions).union(permissions).count <= 1_000 else {
          throw APIError(.badRequest, "No more permissions can be associated with this role.")
        }
        _ = state.roles.update(id) { role in
          for permission in permissions where !role.permissions.contains(permission) {
            role.permissions.append(permission)
          }
        }
        return .created
      }
    },
    Route(
      .delete, "/roles/{id}/permissions", .anyOf(["update:roles"]), "Remove permissions from a role"
    ) { call, store throws(APIError) in
      let id = call.parameters.first ?? ""
      let permissions = try call.permissions()
      return try store.write { state throws(APIError) in
        let role = state.roles.update(id) { role in
          role.permissions.removeAll { permissions.contains($0) }
        }
        guard role != nil else { throw .inexistentRole }
        return .noContent
      }
    },
  ]
}
