extension LogEntry: Decodable {
  private enum CodingKeys: String, CodingKey {
    case id = "log_id"
    case otherID = "_id"
    case date
    case type
    case description
    case clientID = "client_id"
    case clientName = "client_name"
    case address = "ip"
    case userAgent = "user_agent"
    case connection
    case organizationID = "organization_id"
    case userID = "user_id"
    case userName = "user_name"
    case references
    case details
  }

  private struct References: Decodable {
    var correlationID: String?

    enum CodingKeys: String, CodingKey {
      case correlationID = "correlation_id"
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      correlationID = container.tolerantly(TextOrNumber.self, .correlationID)?.text
    }
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let id = container.tolerantly(TextOrNumber.self, .id)
    self.init(id: try (id ?? container.decode(TextOrNumber.self, forKey: .otherID)).text)
    date = container.tolerantDate(.date)
    type = container.tolerantly(String.self, .type)
    description = container.tolerantly(String.self, .description)
    clientID = container.tolerantly(String.self, .clientID)
    clientName = container.tolerantly(String.self, .clientName)
    address = container.tolerantly(String.self, .address)
    userAgent = container.tolerantly(String.self, .userAgent)
    connection = container.tolerantly(String.self, .connection)
    organizationID = container.tolerantly(OrganizationID.self, .organizationID)
    userID = container.tolerantly(UserID.self, .userID)
    userName = container.tolerantly(String.self, .userName)
    correlationID = container.tolerantly(References.self, .references)?.correlationID
    call = container.tolerantly(Call.self, .details).flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// Reads an entry's `details`.
extension LogEntry.Call: Decodable {
  private enum CodingKeys: String, CodingKey {
    case request
    case response
  }

  private struct Request: Decodable {
    var method: String?
    var path: String?
    var body: Body?

    enum CodingKeys: String, CodingKey {
      case method
      case path
      case body
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      method = container.tolerantly(String.self, .method)
      path = container.tolerantly(String.self, .path)
      body = container.tolerantly(Body.self, .body)
    }
  }

  private struct Body: Decodable {
    var roles: [RoleID]
    var users: [UserID]
    var permissions: [Permission.Key]

    enum CodingKeys: String, CodingKey {
      case roles
      case users
      case permissions
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      roles = container.tolerantly([RoleID].self, .roles) ?? []
      users = container.tolerantly([UserID].self, .users) ?? []
      permissions =
        container.tolerantly([NamedPermission].self, .permissions)?.map {
          Permission.Key(api: $0.api, name: $0.name)
        } ?? []
    }
  }

  /// A permission as bodies name it.
  private struct NamedPermission: Decodable {
    var api: String
    var name: String

    enum CodingKeys: String, CodingKey {
      case api = "resource_server_identifier"
      case name = "permission_name"
    }
  }

  private struct Response: Decodable {
    var statusCode: Int
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let request = container.tolerantly(Request.self, .request)
    self.init(
      method: request?.method, path: request?.path, roles: request?.body?.roles ?? [],
      users: request?.body?.users ?? [], permissions: request?.body?.permissions ?? [],
      status: container.tolerantly(Response.self, .response)?.statusCode)
  }

  fileprivate var isEmpty: Bool { self == LogEntry.Call() }
}
