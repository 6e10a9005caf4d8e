import AccessModel

extension Request {
  /// Users by a search; always by the third version, the only one that is kept up.
  static func users(_ query: UserQuery) throws(APIError) -> Request {
    var items = [QueryItem("search_engine", "v3")]
    if let lucene = query.lucene { items.append(QueryItem("q", lucene)) }
    if let sort = query.sort { items.append(QueryItem("sort", sort.parameter)) }
    return try Request(.listUsers, query: items)
  }

  /// The users with an email address.
  static func users(withEmail email: String) throws(APIError) -> Request {
    try Request(.listUsersByEmail, query: [QueryItem("email", email)])
  }

  /// The groups through which a user has a role.
  static func groups(givingRole role: RoleID, toUser user: UserID) throws(APIError) -> Request {
    try require(role.rawValue, for: .listUserRoleSourceGroups)
    return try Request(
      .listUserRoleSourceGroups, [user.rawValue], query: [QueryItem("role_id", role.rawValue)])
  }

  /// Roles whose name holds a text, or is it.
  static func roles(named name: String?) throws(APIError) -> Request {
    try Request(.listRoles, query: name.map { [QueryItem("name_filter", $0)] } ?? [])
  }

  /// An organization's members; their roles there are left out unless they are asked for by name.
  static func members(
    ofOrganization id: OrganizationID, withRoles: Bool
  ) throws(APIError) -> Request {
    let fields = [QueryItem("fields", "user_id,email,name,roles"), .includeFields]
    return try Request(.listOrganizationMembers, [id.rawValue], query: withRoles ? fields : [])
  }

  /// Entries of the tenant's log by a search.
  static func logs(_ query: LogQuery) throws(APIError) -> Request {
    var items = [QueryItem("sort", query.isOldestFirst ? "date:1" : "date:-1")]
    if let lucene = query.lucene { items.append(QueryItem("q", lucene)) }
    return try Request(.listLogs, query: items)
  }

  /// The connections, without their options: those hold secrets of identity providers.
  static func connections() throws(APIError) -> Request {
    let fields = [QueryItem("fields", "id,name,strategy,display_name"), .includeFields]
    return try Request(.listConnections, query: fields)
  }

  /// Refuses an empty id.
  static func require(_ id: String, for operation: Operation) throws(APIError) {
    guard id.isEmpty else { return }
    throw APIError(.badRequest, operation, message: "the id is empty")
  }
}

extension Request.QueryItem {
  /// Says that `fields` names what is wanted, and not what is unwanted.
  fileprivate static let includeFields = Request.QueryItem("include_fields", true)
}
