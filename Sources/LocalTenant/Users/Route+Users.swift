extension Route {
  /// Users themselves: the list, a look-up by email, one user.
  static let users = [
    Route(.get, "/users", .anyOf(["read:users", "read:user_idp_tokens"]), family: .readUsers) {
      call, store throws(APIError) in
      try call.userList(in: store)
    },
    Route(.get, "/users-by-email", .anyOf(["read:users"]), family: .readUsers) {
      call, store throws(APIError) in
      guard let email = call.query["email"] else {
        throw .invalidQuery(
          "Missing required property: email", property: "email",
          about: "Email address to search for")
      }
      let selection = try call.selection(in: store)
      let users = store.read { $0.directory.users(email: email) }
      return .ok(.array(users.map { $0.json(selection) }))
    },
    Route(
      .get, "/users/{id}", .anyOf(["read:users", "read:current_user", "read:user_idp_tokens"]),
      family: .readUsers
    ) { call, store throws(APIError) in
      let id = try call.userID()
      let selection = try call.selection(in: store)
      guard let user = store.read({ $0.directory[id] }) else { throw .inexistentUser }
      return .ok(user.json(selection))
    },
    Route(
      .patch, "/users/{id}", .anyOf(["update:users", "update:users_app_metadata"]),
      "Update a User", family: .writeUsers
    ) { call, store throws(APIError) in
      let id = try call.userID()
      let update = try UserUpdate(call.bodyObject(UserUpdate.names))
      let selection = try call.selection(in: store)
      let now = store.now
      return try store.write { state throws(APIError) in
        guard let user = state.directory[id] else { throw .inexistentUser }
        if let email = update.email, email != user.email {
          let connections = Set(user.identities.map(\.connection))
          let isTaken = state.directory.users(email: email).contains { other in
            other.identities.contains { connections.contains($0.connection) }
          }
          guard !isTaken else {
            throw APIError(
              .badRequest, "The specified new email already exists", code: "auth0_idp_error")
          }
        }
        _ = state.updateUser(id, at: now, update.apply)
        return .ok(state.directory[id]?.json(selection) ?? .null)
      }
    },
    Route(
      .delete, "/users/{id}", .anyOf(["delete:users"]), "Delete a User", family: .deleteUsers
    ) { call, store throws(APIError) in
      let id = try call.userID()
      let now = store.now
      // A user who is gone already is answered like one who was there.
      store.write { _ = $0.deleteUser(id, at: now) }
      return .noContent
    },
  ]
}

extension APICall {
  /// Which members of users the call asks for and may see.
  fileprivate func selection(in store: TenantStore) throws(APIError) -> User.Selection {
    User.Selection(
      fields: try FieldSelection(query),
      hasProviderTokens: grant.scopes.contains("read:user_idp_tokens"),
      identityIDsAreNumbers: store.configuration.unknowns.identityIDsAreNumbers)
  }

  fileprivate func userList(in store: TenantStore) throws(APIError) -> APIAnswer {
    let page = try PageRequest(query, pageOfNone: store.configuration.unknowns.pageOfNone)
    let sort = try userSort()
    let selection = try selection(in: store)
    _ = try query.boolean("primary_order", about: "Whether the order of results is deterministic")
    if let engine = query["search_engine"], engine != "v3" {
      throw .invalidQuery(
        "No enum match for: \(engine)", property: "search_engine",
        about: "The version of the search engine")
    }
    let search = try searchQuery(query["q"], in: store)
    guard !page.isBeyondWall else { throw .userWall }
    let started = ContinuousClock.now
    // A copy, which costs nothing, lets everybody else go on while this call searches.
    let directory = store.searchable()
    let found = directory.search(search, sortedBy: sort, first: page.start + page.perPage)
    guard ContinuousClock.now - started <= store.configuration.searchTimeout else {
      throw .searchTimeout
    }
    let users = page.slice(found.rows).map { directory.users[$0].json(selection) }
    guard page.includeTotals else { return .ok(.array(users)) }
    let total =
      store.configuration.unknowns.searchTotalEndsAtWall ? min(found.total, 1_000) : found.total
    return .ok([
      "start": .integer(page.start), "limit": .integer(page.perPage),
      "length": .integer(users.count), "users": .array(users), "total": .integer(total),
    ])
  }

  private func userSort() throws(APIError) -> UserSort? {
    guard let text = query["sort"] else { return nil }
    let about =
      "Field to sort by. Use field:order where order is 1 for ascending and -1 for "
      + "descending"
    guard let sort = UserSort(text) else {
      throw .invalidQuery(
        #"String does not match pattern ^(([a-zA-Z0-9_\.]+))\:(1|-1)$: \#(text)"#,
        property: "sort", about: about)
    }
    guard !sort.isRefused else {
      throw .invalidQuery(
        "Cannot sort by \(sort.field)", property: "sort", about: about)
    }
    return sort
  }
}

extension APIError {
  /// 400 for a page of users past the first 1,000.
  fileprivate static let userWall = APIError(
    .badRequest,
    "You can only page through the first 1000 records. See "
      + "https://auth0.com/docs/users/search/v3/view-search-results-by-page#limitation",
    code: "invalid_paging")
  /// 503 for a search that took too long.
  fileprivate static let searchTimeout = APIError(
    .serviceUnavailable,
    "The query exceeded the timeout. Please try refining your search criteria. See "
      + "https://auth0.com/docs/best-practices/search-best-practices.")
}
