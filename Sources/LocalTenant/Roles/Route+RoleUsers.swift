extension Route {
  /// The users who hold a role.
  static let roleUsers = [
    Route(.get, "/roles/{id}/users", .allOf(["read:users", "read:roles"])) {
      call, store throws(APIError) in
      let id = call.parameters.first ?? ""
      // The real API takes the checkpoint where a call asks for both ways of paging.
      if let checkpoint = try CheckpointRequest(call.query) {
        return try call.members(of: id, checkpoint, in: store)
      }
      let page = try PageRequest(call.query)
      guard !page.isBeyondWall else { throw .listWall(page: page.page) }
      let members = store.listable().members(of: id)
      return try store.read { state throws(APIError) in
        guard state.roles[id] != nil else { throw .roleNotFound }
        let users = page.slice(members).compactMap { state.directory[$0.userID]?.memberJSON }
        return page.answer(users, of: members.count, as: "users")
      }
    },
    Route(
      .post, "/roles/{id}/users", .allOf(["update:roles", "create:role_members"]),
      "Assign users to a role"
    ) { call, store throws(APIError) in
      let id = call.parameters.first ?? ""
      let userIDs = try call.userIDs(
        atMost: store.configuration.unknowns.mostUsersOfAssignment ?? .max)
      let now = store.now
      return try store.write { state throws(APIError) in
        guard state.roles[id] != nil else { throw .roleNotFound }
        // One user who does not exist fails the call for all of them.
        guard userIDs.allSatisfy({ state.directory.row(of: $0) != nil }) else {
          throw APIError(.notFound, "One or more of the users do not exist.")
        }
        for userID in userIDs { state.assign(id, to: userID, at: now) }
        return .ok([:])
      }
    },
  ]
}

extension APICall {
  fileprivate func members(
    of id: String, _ request: CheckpointRequest, in store: TenantStore
  ) throws(APIError) -> APIAnswer {
    // One more than asked for tells whether there is a next page.
    let members = store.listable().members(of: id, after: request.from, count: request.take + 1)
    return try store.read { state throws(APIError) in
      guard state.roles[id] != nil else { throw .roleNotFound }
      let page = members.prefix(request.take)
      let next = members.count > page.count ? page.last : nil
      return request.answer(
        page.compactMap { state.directory[$0.userID]?.memberJSON },
        next: next.map { Checkpoint(time: $0.since, id: $0.userID) }, as: "users")
    }
  }

  /// The user ids of a body `{"users":["auth0|..."]}`.
  fileprivate func userIDs(atMost limit: Int) throws(APIError) -> [String] {
    let about = "user_id's of the users to assign the role to."
    let users = try bodyArray("users", minimum: 0, about: about)
    guard users.count <= limit else {
      throw .invalidBody(
        "'Array is too long (\(users.count)), maximum \(limit)' on property users (\(about))")
    }
    var ids: [String] = []
    for (index, user) in users.enumerated() {
      guard let id = user.string else {
        throw .invalidBody(
          "'Expected type string but found type \(user.typeName)' on property users[\(index)]")
      }
      ids.append(id)
    }
    return ids
  }
}
