/// A call of the Management API that this program makes.
package enum Operation: Hashable, Sendable, CaseIterable {
  // Users.
  case listUsers
  case listUsersByEmail
  case getUser
  case updateUser
  case listUserRoles
  case assignUserRoles
  case removeUserRoles
  case listUserPermissions
  case assignUserPermissions
  case removeUserPermissions
  case listUserOrganizations
  case listUserLogs
  case listUserSessions
  case deleteUserSessions
  case listUserRefreshTokens
  case deleteUserRefreshTokens
  case revokeUserAccess
  case listUserEffectiveRoles
  case listUserRoleSourceGroups
  case getUserBlocks
  case unblockUser
  // Roles.
  case listRoles
  case createRole
  case getRole
  case updateRole
  case deleteRole
  case listRolePermissions
  case addRolePermissions
  case removeRolePermissions
  case listRoleUsers
  case assignRoleUsers
  // APIs.
  case listResourceServers
  case getResourceServer
  case updateResourceServer
  // Organizations.
  case listOrganizations
  case getOrganization
  case listOrganizationMembers
  case listOrganizationMemberRoles
  case assignOrganizationMemberRoles
  case removeOrganizationMemberRoles
  // The tenant.
  case listLogs
  case getLog
  case exportUsers
  case getJob
  case getTenantSettings
  case listConnections
  /// `POST /oauth/token`, which is outside of the Management API and gives the token for it.
  case getToken

  /// What a call does to what its path names.
  package enum Method: String, Hashable, Sendable {
    case get = "GET"
    case post = "POST"
    case patch = "PATCH"
    case delete = "DELETE"
  }

  /// The 46 calls of the Management API itself.
  package static let ofManagementAPI = allCases.filter { $0 != .getToken }

  /// The HTTP method.
  package var method: Method { facts.method }

  /// The path below `/api/v2`, but for a token's, with a name in braces for each id: `/users/{id}/roles`.
  package var pathTemplate: String { facts.path }

  /// What it does, to end a sentence that begins with "could not".
  package var purpose: String { facts.purpose }

  /// The scopes that a token needs for it, all of them.
  ///
  /// Where the API's document, its documentation and its traffic name different ones, those that are
  /// known to suffice.
  package var scopes: [Scope] { facts.scopes }

  /// Whether it changes the tenant; an export and a token do not, though each is a `POST`.
  package var isWrite: Bool { method != .get && self != .exportUsers && self != .getToken }
}
