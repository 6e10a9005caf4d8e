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
      guard !page.isBeyondWall else { throw .memberWall(page: page.page) }
      return try store.read { state throws(APIError) in
        guard state.roles[id] != nil else { throw .roleNotFound }
        let members = state.assignments.members(of: id)
        let users = page.slice(members).compactMap { state.directory[$0.userID]?.memberJSON }
        return page.answer(users, of: members.count, as: "users")
      }
    }
  ]
}

extension APICall {
  fileprivate func members(
    of id: String, _ request: CheckpointRequest, in store: TenantStore
  ) throws(APIError) -> APIAnswer {
    try store.read { state throws(APIError) in
      guard state.roles[id] != nil else { throw .roleNotFound }
      // One more than asked for tells whether there is a next page.
      let members = state.assignments.members(
        of: id, after: request.from, count: request.take + 1)
      let page = members.prefix(request.take)
      let next = members.count > page.count ? page.last : nil
      return request.answer(
        page.compactMap { state.directory[$0.userID]?.memberJSON },
        next: next.map { Checkpoint(time: $0.since, id: $0.userID) }, as: "users")
    }
  }
}

extension APIError {
  /// 400 for a page of a role's users past the first 1,000.
  fileprivate static func memberWall(page: Int) -> APIError {
    APIError(
      .badRequest,
      "Requesting page \(page) exceeds the allowed maximum of 1000 records. To fetch results "
        + "beyond 1000, use the checkpoint pagination method.", code: "invalid_paging")
  }
}
