extension Route {
  /// The tenant's APIs.
  static let resourceServers = [
    Route(.get, "/resource-servers", .anyOf(["read:resource_servers"])) {
      call, store throws(APIError) in
      let page = try PageRequest(call.query)
      var servers = store.read { $0.resourceServers }
      let identifiers = call.query.all("identifiers")
      if !identifiers.isEmpty { servers.removeAll { !identifiers.contains($0.identifier) } }
      let items = page.slice(servers).map(\.json)
      guard page.includeTotals else { return .ok(.array(items)) }
      return .ok([
        "total": .integer(servers.count), "start": .integer(page.start),
        "limit": .integer(page.perPage), "resource_servers": .array(items),
      ])
    },
    Route(.get, "/resource-servers/{id}", .anyOf(["read:resource_servers"])) {
      call, store throws(APIError) in
      let id = call.parameters.first ?? ""
      let server = store.read { state in
        state.resourceServers.first { $0.id == id || $0.identifier == id }
      }
      guard let server else {
        throw APIError(
          .notFound, "The resource server does not exist.", code: "inexistent_resource_server")
      }
      return .ok(server.json)
    },
  ]
}
