package import AccessModel

extension ManagementClient {
  package func roles(named name: String?) async throws -> [Role] {
    try await all(.roles(named: name), by: \.id)
  }

  package func role(_ id: RoleID) async throws -> Role {
    try await read(Role.self, by: Request(.getRole, [id.rawValue]))
  }

  package func permissions(ofRole id: RoleID) async throws -> [Permission] {
    try await all(Request(.listRolePermissions, [id.rawValue]), by: \.self)
  }

  package func members(
    ofRole id: RoleID, page: Int, perPage: Int
  ) async throws -> Page<RoleMember> {
    try await self.page(Request(.listRoleUsers, [id.rawValue]), page, of: perPage)
  }

  package func everyMember(ofRole id: RoleID) -> PageSequence<RoleMember> {
    checkpoints { () throws(APIError) in try Request(.listRoleUsers, [id.rawValue]) }
  }

  package func resourceServers() async throws -> [ResourceServer] {
    try await all(Request(.listResourceServers), by: \.identifier)
  }

  package func resourceServer(_ idOrIdentifier: String) async throws -> ResourceServer {
    try await read(ResourceServer.self, by: Request(.getResourceServer, [idOrIdentifier]))
  }

  package func organizations() -> PageSequence<Organization> {
    checkpoints { () throws(APIError) in try Request(.listOrganizations) }
  }

  package func organization(_ id: OrganizationID) async throws -> Organization {
    try await read(Organization.self, by: Request(.getOrganization, [id.rawValue]))
  }

  package func members(
    ofOrganization id: OrganizationID, withRoles: Bool
  ) -> PageSequence<OrganizationMember> {
    checkpoints { () throws(APIError) in try .members(ofOrganization: id, withRoles: withRoles) }
  }

  package func roles(
    ofMember user: UserID, in organization: OrganizationID
  ) async throws -> [Role] {
    try await all(
      Request(.listOrganizationMemberRoles, [organization.rawValue, user.rawValue]), by: \.id)
  }

  package func logs(_ query: LogQuery) async throws -> Page<LogEntry> {
    try await page(.logs(query), query.page, of: query.perPage, reach: { Reach(total: $0) })
  }

  package func everyLog(after id: String?) -> PageSequence<LogEntry> {
    checkpoints(after: id) { () throws(APIError) in try Request(.listLogs) }
  }

  package func log(_ id: String) async throws -> LogEntry {
    let request = try Request(.getLog, [id])
    let answer = try await perform(request)
    var entry = try answer.decoded(LogEntry.self, for: request.operation)
    entry.json = RawJSON(bytes: answer.body)
    return entry
  }

  package func exportUsers(_ export: UserExport) async throws -> ExportJob {
    try await read(ExportJob.self, by: Request(.exportUsers, body: export))
  }

  package func job(_ id: String) async throws -> ExportJob {
    try await read(ExportJob.self, by: Request(.getJob, [id]))
  }

  package func tenantSettings() async throws -> TenantSettings {
    try await read(TenantSettings.self, by: Request(.getTenantSettings))
  }

  package func connections() async throws -> [Connection] {
    try await checkpoints { () throws(APIError) in try .connections() }.items()
  }
}
