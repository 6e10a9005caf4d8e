extension Route {
  /// Where users come from.
  static let connections = [
    Route(.get, "/connections", .anyOf(["read:connections"]), family: .readConnections) {
      call, store throws(APIError) in
      let checkpoint = try CheckpointRequest(call.query)
      let page = try PageRequest(call.query)
      let fields = try FieldSelection(call.query)
      guard checkpoint != nil || !page.isBeyondWall else { throw .listWall(page: page.page) }
      var connections = store.read { $0.connections }
      let strategies = call.query.all("strategy")
      if !strategies.isEmpty { connections.removeAll { !strategies.contains($0.strategy) } }
      if let name = call.query["name"] { connections.removeAll { $0.name != name } }
      if let checkpoint {
        return checkpoint.answer(connections, as: "connections", id: \.id) {
          fields.applied(to: $0.json)
        }
      }
      let items = page.slice(connections).map { fields.applied(to: $0.json) }
      guard page.includeTotals else { return .ok(.array(items)) }
      return .ok([
        "total": .integer(connections.count), "start": .integer(page.start),
        "limit": .integer(page.perPage), "connections": .array(items),
      ])
    }
  ]
}
