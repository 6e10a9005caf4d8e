extension Route {
  /// Whom brute-force protection keeps out.
  static let userBlocks = [
    Route(.get, "/user-blocks/{id}", .anyOf(["read:users"])) { call, store throws(APIError) in
      let id = try call.userID()
      return try store.read { state throws(APIError) in
        guard state.directory.row(of: id) != nil else { throw .inexistentUser }
        return .ok(["blocked_for": .array((state.blocks[id] ?? []).map(\.json))])
      }
    },
    Route(.delete, "/user-blocks/{id}", .anyOf(["update:users"]), "Unblock a user") {
      call, store throws(APIError) in
      let id = try call.userID()
      return try store.write { state throws(APIError) in
        guard state.directory.row(of: id) != nil else { throw .inexistentUser }
        state.blocks[id] = nil
        return .noContent
      }
    },
  ]
}
