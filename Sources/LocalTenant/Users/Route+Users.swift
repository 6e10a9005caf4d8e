extension Route {
  /// Users themselves: the list, a look-up by email, one user.
  static let users = [
    Route(.get, "/users", .anyOf(["read:users", "read:user_idp_tokens"])) {
      call, store throws(APIError) in
      try call.userList(in: store)
    },
    Route(.get, "/users-by-email", .anyOf(["read:users"])) { call, store throws(APIError) in
      guard let email = call.query["email"] else {
        throw .invalidQuery(
          "Missing required property: email", property: "email",
          about: "Email address to search for")
      }
      let selection = try call.selection()
      let users = store.read { $0.directory.users(email: email) }
      return .ok(.array(users.map { $0.json(selection) }))
    },
    Route(
      .get, "/users/{id}", .anyOf(["read:users", "read:current_user", "read:user_idp_tokens"])
    ) { call, store throws(APIError) in
      let id = try call.userID()
      let selection = try call.selection()
      guard let user = store.read({ $0.directory[id] }) else { throw .inexistentUser }
      return .ok(user.json(selection))
    },
  ]
}

extension APICall {
  /// Which members of users the call asks for and may see.
  fileprivate func selection() throws(APIError) -> User.Selection {
    let isInclusion =
      try query.boolean(
        "include_fields",
        about: "Whether specified fields are to be included (true) or excluded (false).")
    let fields = query["fields"].map { Set($0.split(separator: ",").map(String.init)) }
    return User.Selection(
      fields: fields, isInclusion: isInclusion ?? true,
      hasProviderTokens: grant.scopes.contains("read:user_idp_tokens"))
  }

  fileprivate func userList(in store: TenantStore) throws(APIError) -> APIAnswer {
    let page = try PageRequest(query, perPage: 0...100)
    let sort = try userSort()
    let selection = try selection()
    _ = try query.boolean("primary_order", about: "Whether the order of results is deterministic")
    if let engine = query["search_engine"], engine != "v3" {
      throw .invalidQuery(
        "No enum match for: \(engine)", property: "search_engine",
        about: "The version of the search engine")
    }
    let search = try searchQuery()
    guard !page.isBeyondWall else { throw .userWall }
    // A copy, which costs nothing, lets everybody else go on while this call searches.
    let directory = store.read { $0.directory }
    let rows = directory.rows(matching: search, sortedBy: sort)
    let users = page.slice(rows).map { directory.users[$0].json(selection) }
    guard page.includeTotals else { return .ok(.array(users)) }
    return .ok([
      "start": .integer(page.start), "limit": .integer(page.perPage),
      "length": .integer(users.count), "users": .array(users), "total": .integer(rows.count),
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

  private func searchQuery() throws(APIError) -> SearchQuery {
    do {
      return try SearchParser.parse(query["q"] ?? "")
    } catch {
      throw .invalidQuery(
        "Invalid query: \(error.problem)", property: "q",
        about: "Query in Lucene query string syntax")
    }
  }
}

extension APIError {
  /// 400 for a page of users past the first 1,000.
  fileprivate static let userWall = APIError(
    .badRequest,
    "You can only page through the first 1000 records. See "
      + "https://auth0.com/docs/users/search/v3/view-search-results-by-page#limitation",
    code: "invalid_paging")
}
