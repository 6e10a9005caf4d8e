import AccessModel

/// A permission in the API's own names, with where it comes from.
struct PermissionOutput: Encodable {
  let name: String
  let api: String
  let sources: [Source]

  /// A way in which the user comes by it.
  struct Source: Encodable {
    let id: String
    let name: String

    private enum CodingKeys: String, CodingKey {
      case id = "source_id"
      case name = "source_name"
    }
  }

  init(_ permission: Permission) {
    name = permission.name
    api = permission.apiIdentifier
    sources = (permission.sources ?? []).map { Source(id: $0.id, name: $0.name) }
  }

  private enum CodingKeys: String, CodingKey {
    case name = "permission_name"
    case api = "resource_server_identifier"
    case sources
  }
}
