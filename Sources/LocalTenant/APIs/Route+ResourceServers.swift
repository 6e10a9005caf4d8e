extension Route {
  /// The tenant's APIs.
  static let resourceServers = [
    Route(.get, "/resource-servers", .anyOf(["read:resource_servers"])) {
      call, store throws(APIError) in
      let page = try PageRequest(call.query)
      let fields = try FieldSelection(call.query)
      var servers = store.read { $0.resourceServers }
      let identifiers = call.query.all("identifiers")
      if !identifiers.isEmpty { servers.removeAll { !identifiers.contains($0.identifier) } }
      let items = page.slice(servers).map { fields.applied(to: $0.json) }
      guard page.includeTotals else { return .ok(.array(items)) }
      return .ok([
        "total": .integer(servers.count), "start": .integer(page.start),
        "limit": .integer(page.perPage), "resource_servers": .array(items),
      ])
    },
    Route(.get, "/resource-servers/{id}", .anyOf(["read:resource_servers"])) {
      call, store throws(APIError) in
      let id = call.parameters.first ?? ""
      let server = store.read { state in state.resourceServers.first { $0.isNamed(id) } }
      guard let server else { throw .inexistentResourceServer }
      return .ok(server.json)
    },
    // The document says 201; the real API answers 200.
    Route(
      .patch, "/resource-servers/{id}", .anyOf(["update:resource_servers"]),
      "Update a resource server"
    ) { call, store throws(APIError) in
      let id = call.parameters.first ?? ""
      let update = try ResourceServerUpdate(call.bodyObject(ResourceServerUpdate.names))
      return try store.write { state throws(APIError) in
        guard let place = state.resourceServers.firstIndex(where: { $0.isNamed(id) }) else {
          throw .inexistentResourceServer
        }
        guard !state.resourceServers[place].isSystem else {
          throw APIError(
            .badRequest, "System resource servers cannot be patched.", code: "invalid_body")
        }
        update.apply(to: &state.resourceServers[place])
        state.dropPermissions(notOf: state.resourceServers[place])
        return .ok(state.resourceServers[place].json)
      }
    },
  ]
}

extension ResourceServer {
  fileprivate func isNamed(_ idOrIdentifier: String) -> Bool {
    id == idOrIdentifier || identifier == idOrIdentifier
  }
}

extension TenantState {
  /// Takes away the permissions that an API used to have and has no more.
  fileprivate mutating func dropPermissions(notOf api: ResourceServer) {
    let names = Set(api.scopes.map(\.value))
    func isGone(_ permission: Permission) -> Bool {
      permission.resourceServer == api.identifier && !names.contains(permission.name)
    }
    for role in roles.roles where role.permissions.contains(where: isGone) {
      _ = roles.update(role.id) { $0.permissions.removeAll(where: isGone) }
    }
    for (id, permissions) in grants where permissions.contains(where: isGone) {
      grants[id]?.removeAll(where: isGone)
    }
  }
}

extension APIError {
  /// 404 for an API that does not exist.
  static let inexistentResourceServer = APIError(
    .notFound, "The resource server does not exist.", code: "inexistent_resource_server")
}
