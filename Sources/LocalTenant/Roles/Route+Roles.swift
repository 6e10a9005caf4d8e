extension Route {
  /// Roles themselves.
  static let roles = [
    Route(.get, "/roles", .anyOf(["read:roles"])) { call, store throws(APIError) in
      let page = try PageRequest(call.query)
      var roles = store.read { $0.roles.roles }
      if let filter = call.query["name_filter"]?.lowercased(), !filter.isEmpty {
        let findsParts = store.configuration.unknowns.nameFilterFindsParts
        roles.removeAll { role in
          let name = role.name.lowercased()
          return findsParts ? !name.contains(filter) : name != filter
        }
      }
      return page.answer(page.slice(roles).map(\.json), of: roles.count, as: "roles")
    },
    Route(.post, "/roles", .anyOf(["create:roles"]), "Create a role") {
      call, store throws(APIError) in
      let body = try call.bodyObject(["name", "description"], required: ["name"])
      let name = try body.string("name", in: 1...300) ?? ""
      let description = try body.string("description") ?? ""
      return try store.write { state throws(APIError) in
        try state.checkName(name, store.configuration.unknowns)
        let role = Role(
          id: state.random.identifier("rol"), name: name, description: description,
          permissions: [])
        state.roles.append(role)
        return .ok(role.json)
      }
    },
    Route(.get, "/roles/{id}", .anyOf(["read:roles"])) { call, store throws(APIError) in
      let id = call.parameters.first ?? ""
      guard let role = store.read({ $0.roles[id] }) else { throw .inexistentRole }
      return .ok(role.json)
    },
    Route(.patch, "/roles/{id}", .anyOf(["update:roles"]), "Update a role") {
      call, store throws(APIError) in
      let id = call.parameters.first ?? ""
      let body = try call.bodyObject(["name", "description"])
      let name = try body.string("name", in: 1...300)
      let description = try body.string("description")
      return try store.write { state throws(APIError) in
        guard state.roles[id] != nil else { throw .inexistentRole }
        if let name { try state.checkName(name, butFor: id, store.configuration.unknowns) }
        let role = state.roles.update(id) { role in
          if let name { role.name = name }
          if let description { role.description = description }
        }
        return .ok(role?.json ?? .null)
      }
    },
    Route(.delete, "/roles/{id}", .anyOf(["delete:roles"]), "Delete a role") {
      call, store throws(APIError) in
      let id = call.parameters.first ?? ""
      let now = store.now
      return try store.write { state throws(APIError) in
        guard state.deleteRole(id, at: now) else { throw .inexistentRole }
        return .ok([:])
      }
    },
  ]
}

extension TenantState {
  /// Checks that a role can have this name.
  ///
  /// - Throws: 409 where another role has it.
  fileprivate func checkName(
    _ name: String, butFor id: String? = nil, _ unknowns: TenantConfiguration.Unknowns
  ) throws(APIError) {
    let isTaken = roles.roles.contains { role in
      guard role.id != id else { return false }
      return unknowns.roleNamesIgnoreCase
        ? role.name.lowercased() == name.lowercased() : role.name == name
    }
    guard !isTaken else { throw APIError(.conflict, "The role already exists.") }
  }
}
