extension Route {
  /// Enterprise Groups, who belongs to them, and the roles that they give.
  static let groups = [
    Route(.get, "/groups", .anyOf(["read:groups"])) { call, store throws(APIError) in
      let groups = store.read { $0.groups.all }
      return try call.checkpoint.answer(groups, as: "groups", id: \.id, json: \.json)
    },
    Route(.get, "/groups/{id}", .anyOf(["read:groups"])) { call, store throws(APIError) in
      .ok(try call.group(in: store).json)
    },
    Route(.get, "/groups/{id}/members", .anyOf(["read:group_members"])) {
      call, store throws(APIError) in
      let group = try call.group(in: store)
      let request = try call.checkpoint
      return store.read { state in
        let members = state.groups.members.members(
          of: group.id, after: request.from, count: request.take + 1)
        let page = members.prefix(request.take)
        let next = members.count > page.count ? page.last : nil
        return request.answer(
          page.map { ["id": .string($0.userID), "type": "user"] },
          next: next.map { Checkpoint(time: $0.since, id: $0.userID) }, as: "members")
      }
    },
    Route(.get, "/users/{id}/groups", .anyOf(["read:group_members"])) {
      call, store throws(APIError) in
      let groups = try call.user(in: store) { $0.groups.groups(of: $1.id) }
      return try call.checkpoint.answer(groups, as: "groups", id: \.id, json: \.json)
    },
    Route(.get, "/groups/{id}/roles", .anyOf(["read:group_roles"])) {
      call, store throws(APIError) in
      let group = try call.group(in: store)
      let roles = store.read { state in group.roleIDs.compactMap { state.roles[$0] } }
      return try call.checkpoint.answer(roles, as: "roles", id: \.id, json: \.json)
    },
    Route(
      .post, "/groups/{id}/roles", .anyOf(["create:group_roles"]), "Assign roles to a group"
    ) { call, store throws(APIError) in
      let roleIDs = try call.roleIDs()
      let group = try call.group(in: store)
      return try store.write { state throws(APIError) in
        guard roleIDs.allSatisfy({ state.roles[$0] != nil }) else { throw .inexistentRole }
        guard Set(group.roleIDs).union(roleIDs).count <= 10 else {
          throw APIError(.conflict, "No more roles can be assigned to this group.")
        }
        _ = state.groups.update(group.id) { group in
          group.roleIDs += roleIDs.filter { !group.roleIDs.contains($0) }
        }
        return .noContent
      }
    },
    Route(
      .delete, "/groups/{id}/roles", .anyOf(["delete:group_roles"]), "Remove roles from a group"
    ) { call, store throws(APIError) in
      let roleIDs = try call.roleIDs()
      let group = try call.group(in: store)
      store.write { state in
        _ = state.groups.update(group.id) { $0.roleIDs.removeAll { roleIDs.contains($0) } }
      }
      return .noContent
    },
    Route(.get, "/roles/{id}/groups", .anyOf(["read:group_roles"])) {
      call, store throws(APIError) in
      let id = call.parameters.first ?? ""
      let groups = try store.read { state throws(APIError) in
        guard state.roles[id] != nil else { throw .roleNotFound }
        return state.groups.all.filter { $0.roleIDs.contains(id) }
      }
      return try call.checkpoint.answer(groups, as: "groups", id: \.id, json: \.json)
    },
  ]
}

extension APICall {
  /// The group in the path.
  fileprivate func group(in store: TenantStore) throws(APIError) -> Group {
    let id = parameters.first ?? ""
    guard let group = store.read({ $0.groups[id] }) else {
      throw APIError(.notFound, "The group does not exist.", code: "inexistent_group")
    }
    return group
  }
}
