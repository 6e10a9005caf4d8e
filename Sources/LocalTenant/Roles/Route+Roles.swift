extension Route {
  /// Roles themselves, and what they permit.
  static let roles = [
    Route(.get, "/roles", .anyOf(["read:roles"])) { call, store throws(APIError) in
      let page = try PageRequest(call.query)
      var roles = store.read { $0.roles.roles }
      if let filter = call.query["name_filter"]?.lowercased(), !filter.isEmpty {
        roles.removeAll { !$0.name.lowercased().contains(filter) }
      }
      return page.answer(page.slice(roles).map(\.json), of: roles.count, as: "roles")
    },
    Route(.get, "/roles/{id}", .anyOf(["read:roles"])) { call, store throws(APIError) in
      let id = call.parameters.first ?? ""
      guard let role = store.read({ $0.roles[id] }) else { throw .inexistentRole }
      return .ok(role.json)
    },
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
  ]
}
