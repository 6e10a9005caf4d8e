extension Route {
  /// The organizations that a user is a member of.
  static let userOrganizations = [
    Route(.get, "/users/{id}/organizations", .anyOf(["read:organizations"])) {
      call, store throws(APIError) in
      let id = try call.userID()
      let page = try PageRequest(call.query, pages: 1000)
      let organizations = try store.read { state throws(APIError) in
        guard state.directory.row(of: id) != nil else { throw .userNotFound }
        let ids = state.memberships[id] ?? []
        return ids.compactMap { id in state.organizations.first { $0.id == id } }
      }
      return page.answer(
        page.slice(organizations).map(\.json), of: organizations.count, as: "organizations")
    }
  ]
}
