import AccessModel
import Canvas

/// One user for standard output.
struct UserDescription: Sendable {
  /// Who it is.
  let user: User
  /// The roles held directly.
  let roles: [Role]
  /// The permissions, and where each comes from.
  let permissions: [Permission]

  /// The user in lines for people.
  var text: String {
    let head = [
      ["User id", user.id.rawValue], ["Name", user.displayName], ["Email", user.email ?? ""],
      ["Connection", user.connection], ["Blocked", user.isBlocked ? "yes" : "no"],
    ]
    let roleRows = roles.map { [$0.id.rawValue, $0.name, $0.description] }
    let permissionRows = permissions.map { [$0.name, $0.apiName, Self.origin(of: $0)] }
    return [
      TextTable(heads: nil, rows: head).text,
      TextTable(heads: ["ROLE ID", "NAME", "DESCRIPTION"], rows: roleRows).text,
      TextTable(heads: ["PERMISSION", "API", "COMES FROM"], rows: permissionRows).text,
    ].joined(separator: "\n\n")
  }

  /// The user as a JSON object, in the API's own names.
  var json: String {
    get throws {
      try JSONOutput(
        UserOutput(
          user, roles: roles.map(RoleOutput.init),
          permissions: permissions.map(PermissionOutput.init))
      ).text
    }
  }

  private static func origin(of permission: Permission) -> String {
    (permission.sources ?? []).map { $0.isDirect ? "granted directly" : $0.name }
      .joined(separator: ", ")
  }
}
