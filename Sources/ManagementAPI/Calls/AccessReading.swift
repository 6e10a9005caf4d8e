package import AccessModel

/// What the program reads from a tenant.
///
/// Each call throws `APIError`, or `CancellationError` where its task was cancelled, and nothing else.
/// None is repeated by itself. Lists said to be whole are read to their end, page by page.
package protocol AccessReading: Sendable {
  /// One page of the users that a query finds, from `GET /api/v2/users`; scope `read:users`.
  ///
  /// Search lags behind writes by seconds; only the first 1,000 can be reached.
  func users(_ query: UserQuery) async throws -> Page<User>

  /// Every user with an email address, from `GET /api/v2/users-by-email`; scope `read:users`.
  ///
  /// - Parameter email: Compared by case; Auth0 stores those of its own databases in lower case.
  /// - Returns: One user for each connection that has the address; none where nobody has it.
  func users(withEmail email: String) async throws -> [User]

  /// A user and the bytes that describe it, from `GET /api/v2/users/{id}`; scope `read:users`.
  func user(_ id: UserID) async throws -> UserDocument

  /// All roles that a user holds directly in the tenant, from `GET /api/v2/users/{id}/roles`; scopes
  /// `read:users` and `read:roles`.
  ///
  /// Roles within organizations, and those through groups, are not among them.
  func roles(ofUser id: UserID) async throws -> [Role]

  /// All permissions that a user has, directly and through roles, with their sources, from
  /// `GET /api/v2/users/{id}/permissions`; scope `read:users`.
  func permissions(ofUser id: UserID) async throws -> [Permission]

  /// All organizations that a user is a member of, from `GET /api/v2/users/{id}/organizations`; scope
  /// `read:organizations`.
  func organizations(ofUser id: UserID) async throws -> [Organization]

  /// All permissions that a role gives, without sources, from `GET /api/v2/roles/{id}/permissions`;
  /// scope `read:roles`.
  func permissions(ofRole id: RoleID) async throws -> [Permission]

  /// The first holders of a role and how many there are, from `GET /api/v2/roles/{id}/users`; scopes
  /// `read:users` and `read:roles`.
  ///
  /// - Parameter perPage: How many to read: 1 to 100.
  func members(ofRole id: RoleID, perPage: Int) async throws -> Page<RoleMember>

  /// All APIs of the tenant, from `GET /api/v2/resource-servers`; scope `read:resource_servers`.
  func resourceServers() async throws -> [ResourceServer]
}
