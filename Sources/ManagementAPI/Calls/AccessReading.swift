package import AccessModel

/// What the program reads from a tenant.
///
/// Each call throws `APIError`, or `CancellationError` where its task was cancelled, and nothing else;
/// `badRequest` without a status means that nothing was sent, for an id was empty. Lists said to be whole
/// are read to their end, page by page; those given as a ``PageSequence`` are read as far as they are
/// asked for.
package protocol AccessReading: Sendable {
  /// One page of the users that a query finds, from `GET /api/v2/users`; scope `read:users`.
  ///
  /// Search lags behind writes by seconds; only the first 1,000 can be reached.
  func users(_ query: UserQuery) async throws -> Page<User>

  /// Every user that a query finds, any number; its page is of no account.
  ///
  /// - Parameter listing: How to get past the 1,000 that a search reaches. An export takes no search:
  ///   `badRequest` where the query has one.
  func everyUser(matching query: UserQuery, by listing: UserListing) -> PageSequence<User>

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

  /// A page of 100 of what the log has about a user, the newest first, from
  /// `GET /api/v2/users/{id}/logs`; scope `read:logs`. Only the first 1,000 can be reached.
  func logs(ofUser id: UserID, page: Int) async throws -> Page<LogEntry>

  /// All sessions of a user, from `GET /api/v2/users/{user_id}/sessions`; scope `read:sessions`.
  ///
  /// Only some subscriptions have it; `forbidden` elsewhere.
  func sessions(ofUser id: UserID) async throws -> [UserSession]

  /// All refresh tokens of a user, from `GET /api/v2/users/{user_id}/refresh-tokens`; scope
  /// `read:refresh_tokens`. Only some subscriptions have it; `forbidden` elsewhere.
  func refreshTokens(ofUser id: UserID) async throws -> [RefreshToken]

  /// All roles that a user has directly or through groups, from
  /// `GET /api/v2/users/{id}/effective-roles`; scope `read:user_effective_roles`. Not every tenant has
  /// it; `forbidden` or `notFound` elsewhere.
  func effectiveRoles(ofUser id: UserID) async throws -> [EffectiveRole]

  /// All groups through which a user has a role, from
  /// `GET /api/v2/users/{id}/effective-roles/sources/groups`; scope `read:user_role_source_groups`.
  func groups(givingRole role: RoleID, toUser id: UserID) async throws -> [Group]

  /// What brute-force protection does to a user, from `GET /api/v2/user-blocks/{id}`; scope
  /// `read:users`.
  func blocks(ofUser id: UserID) async throws -> [UserBlock]

  /// All roles of the tenant, from `GET /api/v2/roles`; scope `read:roles`.
  ///
  /// - Parameter name: What their names must be or hold, in any case; nobody knows which of the two.
  func roles(named name: String?) async throws -> [Role]

  /// A role, from `GET /api/v2/roles/{id}`; scope `read:roles`.
  func role(_ id: RoleID) async throws -> Role

  /// All permissions that a role gives, without sources, from `GET /api/v2/roles/{id}/permissions`;
  /// scope `read:roles`.
  func permissions(ofRole id: RoleID) async throws -> [Permission]

  /// A page of a role's holders and how many there are, from `GET /api/v2/roles/{id}/users`; scopes
  /// `read:users` and `read:roles`.
  ///
  /// Pages are read by offset: while the role is given and taken, they may miss somebody or tell of somebody twice.
  ///
  /// - Parameters:
  ///   - page: Which one, from 0; the last of the first 1,000 holders at most.
  ///   - perPage: How many to read: 1 to 100.
  func members(ofRole id: RoleID, page: Int, perPage: Int) async throws -> Page<RoleMember>

  /// Every holder of a role in the order of assignment, any number, from
  /// `GET /api/v2/roles/{id}/users`; scopes `read:users` and `read:roles`. None of them is kept.
  func everyMember(ofRole id: RoleID) -> PageSequence<RoleMember>

  /// All APIs of the tenant, from `GET /api/v2/resource-servers`; scope `read:resource_servers`.
  func resourceServers() async throws -> [ResourceServer]

  /// An API, from `GET /api/v2/resource-servers/{id}`; scope `read:resource_servers`.
  ///
  /// - Parameter idOrIdentifier: The API's id or its identifier.
  func resourceServer(_ idOrIdentifier: String) async throws -> ResourceServer

  /// Every organization, any number, from `GET /api/v2/organizations`; scope `read:organizations`.
  func organizations() -> PageSequence<Organization>

  /// An organization, from `GET /api/v2/organizations/{id}`; scope `read:organizations`.
  func organization(_ id: OrganizationID) async throws -> Organization

  /// Every member of an organization, any number, from `GET /api/v2/organizations/{id}/members`; scope
  /// `read:organization_members`. The list lags behind writes by seconds.
  ///
  /// - Parameter withRoles: Whether each comes with the roles held there, which takes
  ///   `read:organization_member_roles` too.
  func members(
    ofOrganization id: OrganizationID, withRoles: Bool
  ) -> PageSequence<OrganizationMember>

  /// All roles that a user holds directly within an organization, from
  /// `GET /api/v2/organizations/{id}/members/{user_id}/roles`; scope `read:organization_member_roles`.
  func roles(ofMember user: UserID, in organization: OrganizationID) async throws -> [Role]

  /// One page of the tenant's log, from `GET /api/v2/logs`; scope `read:logs`.
  ///
  /// Only the first 1,000 can be reached; entries appear with a delay.
  func logs(_ query: LogQuery) async throws -> Page<LogEntry>

  /// Every entry of the tenant's log after one, the oldest first, any number, from
  /// `GET /api/v2/logs`; scope `read:logs`.
  ///
  /// - Parameter id: The entry after which to begin; `nil` for the oldest that is kept.
  func everyLog(after id: String?) -> PageSequence<LogEntry>

  /// An entry of the log, from `GET /api/v2/logs/{id}`; scope `read:logs`.
  func log(_ id: String) async throws -> LogEntry

  /// Begins an export of users, by `POST /api/v2/jobs/users-exports`, which changes nothing that people
  /// see; scope `read:users`.
  func exportUsers(_ export: UserExport) async throws -> ExportJob

  /// How far an export is, from `GET /api/v2/jobs/{id}`; scope `read:users`. The tenant forgets it after
  /// a day.
  func job(_ id: String) async throws -> ExportJob

  /// What the tenant says about itself, from `GET /api/v2/tenants/settings`; scope
  /// `read:tenant_settings`.
  func tenantSettings() async throws -> TenantSettings

  /// All connections, from `GET /api/v2/connections`; scope `read:connections`.
  func connections() async throws -> [Connection]
}

extension AccessReading {
  /// Every member of an organization, without the roles held there.
  package func members(ofOrganization id: OrganizationID) -> PageSequence<OrganizationMember> {
    members(ofOrganization: id, withRoles: false)
  }

  /// The first holders of a role and how many there are.
  ///
  /// - Parameter perPage: How many to read: 1 to 100.
  package func members(ofRole id: RoleID, perPage: Int) async throws -> Page<RoleMember> {
    try await members(ofRole: id, page: 0, perPage: perPage)
  }
}
