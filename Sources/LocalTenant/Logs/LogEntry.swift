/// One line of the tenant's log.
struct LogEntry: Sendable, Equatable, Codable {
  /// What the log says of a call of the Management API.
  struct Call: Sendable, Equatable, Codable {
    var method: String
    /// The path as it was sent, with its escapes.
    var path: String
    /// An object.
    var query: JSON
    var body: JSON
    var scopes: [String]
    var userAgent: String
    var status: Int
    /// What the caller sent as `X-Correlation-ID`.
    var correlationID: String?
  }

  /// Ids in the order of time: their text is in that order too.
  var id: String
  var date: Timestamp
  /// `sapi` for a call that changed something, `s` for a login.
  var type: String
  var description: String
  var application: ClientApplication
  var ip: String
  /// Nil on entries of calls, whoever they were about.
  var userID: String?
  var userName: String?
  var connection: String?
  var strategy: String?
  var userAgent: String
  var call: Call?

  /// The entry as the API answers it.
  var json: JSON {
    var members = [
      JSON.Member("_id", .string(id)), JSON.Member("log_id", .string(id)),
      JSON.Member("date", .string(date.text)), JSON.Member("type", .string(type)),
      JSON.Member("description", .string(description)),
      JSON.Member("connection", connection.map(JSON.string) ?? .null),
      JSON.Member("connection_id", .null), JSON.Member("organization_id", .null),
      JSON.Member("client_id", .string(application.id)),
      JSON.Member("client_name", .string(application.name)), JSON.Member("ip", .string(ip)),
      JSON.Member("hostname", .null), JSON.Member("details", call?.json(ip: ip) ?? [:]),
      JSON.Member("user_id", userID.map(JSON.string) ?? .null),
      JSON.Member("user_name", userName.map(JSON.string) ?? .null),
      JSON.Member("strategy", strategy.map(JSON.string) ?? .null),
      JSON.Member("user_agent", .string(userAgent)), JSON.Member("isMobile", false),
      JSON.Member("location_info", .null),
    ]
    if let correlationID = call?.correlationID {
      members.append(JSON.Member("references", ["correlation_id": .string(correlationID)]))
    }
    return .object(members)
  }

  /// The values of a field, by the name that a search gives it.
  func values(ofField name: String) -> [FieldValue] {
    switch name {
    case "date": [.moment(date)]
    case "log_id", "_id": [.text(id)]
    case "type": [.text(type)]
    case "description": [.text(description)]
    case "client_id": [.text(application.id)]
    case "client_name": [.text(application.name)]
    case "ip": [.text(ip)]
    case "user_agent": [.text(userAgent)]
    case "user_id": userID.map { [.text($0)] } ?? []
    case "user_name": userName.map { [.text($0)] } ?? []
    case "connection": connection.map { [.text($0)] } ?? []
    case "strategy": strategy.map { [.text($0)] } ?? []
    default: []
    }
  }
}

extension LogEntry.Call {
  fileprivate func json(ip: String) -> JSON {
    [
      "request": [
        "auth": [
          "credentials": ["scopes": .array(scopes.map(JSON.string))], "strategy": "jwt",
          "user": [:],
        ],
        "body": body, "channel": "api", "ip": .string(ip),
        "method": .string(method.lowercased()), "path": .string(path), "query": query,
        "userAgent": .string(userAgent),
      ],
      "response": ["body": [:], "statusCode": .integer(status)],
    ]
  }
}
