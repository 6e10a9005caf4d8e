extension Route {
  /// The tenant's log.
  static let logs = [
    Route(.get, "/logs", .anyOf(["read:logs", "read:logs_users"]), family: .readLogs) {
      call, store throws(APIError) in
      let fields = try FieldSelection(call.query)
      if call.query["take"] != nil || call.query["from"] != nil {
        return try call.logCheckpoint(fields, in: store)
      }
      let page = try PageRequest(call.query, pageOfNone: store.configuration.unknowns.pageOfNone)
      let search = try LogSearch(
        call.searchQuery(call.query["q"] ?? call.query["search"], in: store))
      guard !page.isBeyondWall else { throw .logWall }
      let entries = store.read { $0.logs.entries.filter(search.matches) }
      return try call.logs(entries, page, fields)
    },
    Route(.get, "/logs/{id}", .anyOf(["read:logs", "read:logs_users"]), family: .readLogs) {
      call, store throws(APIError) in
      let id = call.parameters.first ?? ""
      guard let entry = store.read({ $0.logs[id] }) else {
        throw APIError(.notFound, "Log not found.")
      }
      return .ok(entry.json)
    },
    Route(.get, "/users/{id}/logs", .anyOf(["read:logs", "read:logs_users"]), family: .readLogs) {
      call, store throws(APIError) in
      let id = try call.userID()
      let page = try PageRequest(call.query)
      guard !page.isBeyondWall else { throw .logWall }
      let entries = try store.read { state throws(APIError) in
        if store.configuration.unknowns.logsOfUnknownUserAreNotFound {
          guard state.directory.row(of: id) != nil else { throw .inexistentUser }
        }
        return state.logs.entries.filter { $0.userID == id }
      }
      return try call.logs(entries, page, FieldSelection(call.query))
    },
  ]
}

extension APICall {
  fileprivate func logCheckpoint(
    _ fields: FieldSelection, in store: TenantStore
  ) throws(APIError) -> APIAnswer {
    let take =
      try query.integer(
        "take", in: 1...100, about: "Number of entries to retrieve. Default 50, max 100") ?? 50
    let from = query["from"]
    let entries = store.read { $0.logs.entries(after: from, count: take) }
    // An empty page leads to itself, so that one can wait for what comes.
    let next = entries.last?.id ?? from
    return APIAnswer(
      status: 200, body: .array(entries.map { fields.applied(to: $0.json) }),
      nextQuery: next.map { "from=\($0)&take=\(take)" })
  }

  /// A page of entries, which are given in the order of time.
  fileprivate func logs(
    _ entries: [LogEntry], _ page: PageRequest, _ fields: FieldSelection
  ) throws(APIError) -> APIAnswer {
    let sort = query["sort"] ?? "date:-1"
    guard sort == "date:1" || sort == "date:-1" else {
      throw .invalidQuery(
        "Cannot sort by \(sort)", property: "sort",
        about: "Field to use for sorting appended with :1 for ascending and :-1 for descending")
    }
    let ordered = sort == "date:1" ? entries : entries.reversed()
    let items = page.slice(ordered).map { fields.applied(to: $0.json) }
    guard page.includeTotals else { return .ok(.array(items)) }
    return .ok([
      "start": .integer(page.start), "limit": .integer(page.perPage),
      "length": .integer(items.count), "total": .integer(entries.count), "logs": .array(items),
    ])
  }
}

extension APIError {
  /// 400 for a page of the log past the first 1,000 entries.
  fileprivate static let logWall = APIError(
    .badRequest,
    "You can only page through the first 1000 records. See "
      + "https://auth0.com/docs/api/management/v2#!/Logs/get_logs", code: "invalid_paging")
}
