import AccessModel

extension Request {
  /// A page of users; always searched by the third version, the only one that is kept up.
  static func users(_ query: UserQuery) -> Request {
    var items = paging(query.page, query.perPage)
    items.append(QueryItem("search_engine", "v3"))
    if let lucene = query.lucene { items.append(QueryItem("q", lucene)) }
    if let sort = query.sort { items.append(QueryItem("sort", sort.parameter)) }
    return Request(operation: .listUsers, method: .get, path: ["users"], query: items)
  }

  /// The users with an email address.
  static func users(withEmail email: String) -> Request {
    Request(
      operation: .listUsersByEmail, method: .get, path: ["users-by-email"],
      query: [QueryItem("email", email)])
  }

  /// A user.
  static func user(_ id: UserID) -> Request {
    Request(operation: .getUser, method: .get, path: ["users", id.rawValue])
  }

  /// A page of a user's roles.
  static func roles(ofUser id: UserID, page: Int, perPage: Int) -> Request {
    Request(
      operation: .listUserRoles, method: .get, path: ["users", id.rawValue, "roles"],
      query: paging(page, perPage))
  }

  /// A page of a user's permissions.
  static func permissions(ofUser id: UserID, page: Int, perPage: Int) -> Request {
    Request(
      operation: .listUserPermissions, method: .get, path: ["users", id.rawValue, "permissions"],
      query: paging(page, perPage))
  }

  /// A page of a user's organizations.
  static func organizations(ofUser id: UserID, page: Int, perPage: Int) -> Request {
    Request(
      operation: .listUserOrganizations, method: .get,
      path: ["users", id.rawValue, "organizations"], query: paging(page, perPage))
  }

  /// A page of a role's permissions.
  static func permissions(ofRole id: RoleID, page: Int, perPage: Int) -> Request {
    Request(
      operation: .listRolePermissions, method: .get, path: ["roles", id.rawValue, "permissions"],
      query: paging(page, perPage))
  }

  /// A page of a role's holders.
  static func members(ofRole id: RoleID, page: Int, perPage: Int) -> Request {
    Request(
      operation: .listRoleUsers, method: .get, path: ["roles", id.rawValue, "users"],
      query: paging(page, perPage))
  }

  /// A page of the tenant's APIs.
  static func resourceServers(page: Int, perPage: Int) -> Request {
    Request(
      operation: .listResourceServers, method: .get, path: ["resource-servers"],
      query: paging(page, perPage))
  }

  private static func paging(_ page: Int, _ perPage: Int) -> [QueryItem] {
    [
      QueryItem("page", page), QueryItem("per_page", perPage),
      QueryItem("include_totals", true),
    ]
  }
}
