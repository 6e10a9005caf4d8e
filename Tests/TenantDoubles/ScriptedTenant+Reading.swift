package import AccessModel
package import ManagementAPI
import Testing

extension ScriptedTenant: AccessReading {
  package func users(_ query: UserQuery) async throws -> Page<User> {
    try await reply(.users(query))
  }

  package func users(withEmail email: String) async throws -> [User] {
    try await reply(.usersWithEmail(email))
  }

  package func user(_ id: UserID) async throws -> UserDocument { try await reply(.user(id)) }

  package func roles(ofUser id: UserID) async throws -> [Role] { try await reply(.rolesOfUser(id)) }

  package func permissions(ofUser id: UserID) async throws -> [Permission] {
    try await reply(.permissionsOfUser(id))
  }

  package func organizations(ofUser id: UserID) async throws -> [Organization] {
    try await reply(.organizations(id))
  }

  package func permissions(ofRole id: RoleID) async throws -> [Permission] {
    try await reply(.permissionsOfRole(id))
  }

  package func members(
    ofRole id: RoleID, page: Int, perPage: Int
  ) async throws -> Page<RoleMember> {
    try await reply(.members(id, page: page, perPage: perPage))
  }

  package func resourceServers() async throws -> [ResourceServer] { try await reply(.apis) }

  package func everyUser(
    matching query: UserQuery, by listing: UserListing
  ) -> PageSequence<User> {
    pages(.call(.listUsers, query.lucene.map { [$0] } ?? []))
  }

  package func logs(ofUser id: UserID, page: Int) async throws -> Page<LogEntry> {
    try await reply(.call(.listUserLogs, [id.rawValue, "\(page)"]))
  }

  package func sessions(ofUser id: UserID) async throws -> [UserSession] {
    try await reply(.call(.listUserSessions, [id.rawValue]))
  }

  package func refreshTokens(ofUser id: UserID) async throws -> [RefreshToken] {
    try await reply(.call(.listUserRefreshTokens, [id.rawValue]))
  }

  package func effectiveRoles(ofUser id: UserID) async throws -> [EffectiveRole] {
    try await reply(.call(.listUserEffectiveRoles, [id.rawValue]))
  }

  package func groups(givingRole role: RoleID, toUser id: UserID) async throws -> [Group] {
    try await reply(.call(.listUserRoleSourceGroups, [id.rawValue, role.rawValue]))
  }

  package func blocks(ofUser id: UserID) async throws -> [UserBlock] {
    try await reply(.call(.getUserBlocks, [id.rawValue]))
  }

  package func roles(named name: String?) async throws -> [Role] {
    try await reply(.call(.listRoles, name.map { [$0] } ?? []))
  }

  package func role(_ id: RoleID) async throws -> Role {
    try await reply(.call(.getRole, [id.rawValue]))
  }

  package func everyMember(ofRole id: RoleID) -> PageSequence<RoleMember> {
    pages(.call(.listRoleUsers, [id.rawValue]))
  }

  package func resourceServer(_ idOrIdentifier: String) async throws -> ResourceServer {
    try await reply(.call(.getResourceServer, [idOrIdentifier]))
  }

  package func organizations() -> PageSequence<Organization> {
    pages(.call(.listOrganizations, []))
  }

  package func organization(_ id: OrganizationID) async throws -> Organization {
    try await reply(.call(.getOrganization, [id.rawValue]))
  }

  package func members(
    ofOrganization id: OrganizationID, withRoles: Bool
  ) -> PageSequence<OrganizationMember> {
    pages(.call(.listOrganizationMembers, [id.rawValue]))
  }

  package func roles(
    ofMember user: UserID, in organization: OrganizationID
  ) async throws -> [Role] {
    try await reply(.call(.listOrganizationMemberRoles, [organization.rawValue, user.rawValue]))
  }

  package func logs(_ query: LogQuery) async throws -> Page<LogEntry> {
    try await reply(.call(.listLogs, [query.lucene ?? "", "\(query.page)"]))
  }

  package func everyLog(after id: String?) -> PageSequence<LogEntry> {
    pages(.call(.listLogs, id.map { [$0] } ?? []))
  }

  package func log(_ id: String) async throws -> LogEntry {
    try await reply(.call(.getLog, [id]))
  }

  package func exportUsers(_ export: UserExport) async throws -> ExportJob {
    try await reply(.call(.exportUsers, export.fields))
  }

  package func job(_ id: String) async throws -> ExportJob {
    try await reply(.call(.getJob, [id]))
  }

  package func tenantSettings() async throws -> TenantSettings {
    try await reply(.call(.getTenantSettings, []))
  }

  package func connections() async throws -> [Connection] {
    try await reply(.call(.listConnections, []))
  }

  /// A list whose answer, an array of pages or a list, is asked for with its first page.
  private func pages<Item>(_ call: Call) -> PageSequence<Item> {
    PageSequence { ScriptedPages(tenant: self, call: call) }
  }
}

/// Reads a list's pages from what a test has written down.
private struct ScriptedPages<Item: Hashable & Sendable>: PageReader {
  let tenant: ScriptedTenant
  let call: ScriptedTenant.Call
  var left: PageSequence<Item>.AsyncIterator?

  mutating func next() async throws -> Page<Item>? {
    var pages: PageSequence<Item>.AsyncIterator
    if let left {
      pages = left
    } else {
      let answer = try await tenant.value(of: call)
      let written = (answer as? [Page<Item>]).map { PageSequence(pages: $0) }
      let list: PageSequence<Item> = try #require(
        written ?? answer as? PageSequence<Item>, "the answer to \(call) is of another type")
      pages = list.makeAsyncIterator()
    }
    let page = try await pages.next()
    left = pages
    return page
  }
}

extension PageSequence {
  /// A list whose pages are there.
  fileprivate init(pages: [Page<Item>]) {
    self.init { pages.map { page in { page } } }
  }

  /// A list each of whose pages comes as is written down.
  package init(_ pages: @escaping @Sendable () -> [@Sendable () async throws -> Page<Item>]) {
    self.init { WrittenPages(left: pages()[...]) as any PageReader<Item> }
  }
}

private struct WrittenPages<Item: Hashable & Sendable>: PageReader {
  var left: ArraySlice<@Sendable () async throws -> Page<Item>>

  mutating func next() async throws -> Page<Item>? { try await left.popFirst()?() }
}
