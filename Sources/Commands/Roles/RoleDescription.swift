import AccessModel

/// One role for standard output.
struct RoleDescription: Sendable {
  /// Which it is.
  let role: Role
  /// What it gives.
  let permissions: [Permission]
  /// How many hold it directly; `nil` where that could not be read.
  let holders: Int?

  /// The role in lines for people.
  var text: String {
    let head = [
      ["Role id", role.id.rawValue], ["Name", role.name], ["Description", role.description],
      ["Held by", holders.map { "\($0) \($0 == 1 ? "user" : "users") directly" } ?? "not known"],
    ]
    let rows = permissions.map { [$0.name, $0.apiName, $0.description] }
    return [
      TextTable(heads: nil, rows: head).text,
      TextTable(heads: ["PERMISSION", "API", "DESCRIPTION"], rows: rows).text,
    ].joined(separator: "\n\n")
  }

  /// The role as a JSON object, in the API's own names.
  var json: String {
    get throws { try JSONOutput(Output(self)).text }
  }

  private struct Output: Encodable {
    let id: String
    let name: String
    let description: String
    let permissions: [Given]

    init(_ shown: RoleDescription) {
      id = shown.role.id.rawValue
      name = shown.role.name
      description = shown.role.description
      permissions = shown.permissions.map(Given.init)
    }
  }

  /// A permission as a role gives it, which has no sources.
  private struct Given: Encodable {
    let name: String
    let api: String
    let apiName: String
    let description: String

    init(_ permission: Permission) {
      name = permission.name
      api = permission.apiIdentifier
      apiName = permission.apiName
      description = permission.description
    }

    private enum CodingKeys: String, CodingKey {
      case name = "permission_name"
      case api = "resource_server_identifier"
      case apiName = "resource_server_name"
      case description
    }
  }
}
