extension Route {
  /// What a user may do, and where it comes from.
  static let userPermissions = [
    Route(.get, "/users/{id}/permissions", .anyOf(["read:users"])) {
      call, store throws(APIError) in
      let id = try call.userID()
      let page = try PageRequest(call.query)
      return try store.read { state throws(APIError) in
        guard state.directory.row(of: id) != nil else { throw .userNotFound }
        let permissions = state.permissions(ofUser: id)
        return page.answer(
          page.slice(permissions).map { state.json($0) }, of: permissions.count, as: "permissions")
      }
    }
  ]
}
