import AccessModel
import LocalTenant
import Testing

@testable import ManagementAPI

@Suite("The client against the local tenant: reads", .timeLimit(.minutes(5)))
struct ReadingContractTests {
  private static let ana = ContractTenant.ana

  @Test("A user, by search, by email and by id, and everything about it")
  func user() async throws {
    try await ContractTenant.run { tenant in
      let api = tenant.client
      let page = try await api.users(UserQuery(lucene: #"email:"ana@acme.example""#))
      #expect(page.items.contains { $0.id == Self.ana })
      #expect(page.reach == .whole)
      let accounts = try await api.users(withEmail: "ana@acme.example")
      #expect(accounts.count == 2)
      let document = try await api.user(Self.ana)
      #expect(document.user.name == "Ana Lima")
      #expect(document.user.createdAt != nil)
      #expect(document.json.redactedText.contains("Ana Lima"))
      let held = try await api.roles(ofUser: Self.ana)
      #expect(held.map(\.name) == ["Billing Admin", "Support", "Auditor"])
      let permissions = try await api.permissions(ofUser: Self.ana)
      #expect(permissions.contains { $0.name == "refund:invoices" })
      let organizations = try await api.organizations(ofUser: Self.ana)
      for organization in organizations {
        let same = try await api.organization(organization.id)
        #expect(same == organization)
        _ = try await api.roles(ofMember: Self.ana, in: organization.id)
      }
      let blocks = try await api.blocks(ofUser: Self.ana)
      #expect(blocks.isEmpty)
      let effective = try await api.effectiveRoles(ofUser: Self.ana)
      #expect(effective.filter(\.isDirect).map(\.role) == held)
      let groups = try await api.groups(givingRole: held[0].id, toUser: Self.ana)
      #expect(
        groups.isEmpty == !(effective.first { $0.id == held[0].id }?.isThroughGroups ?? false))
      let sessions = try await api.sessions(ofUser: Self.ana)
      #expect(sessions.allSatisfy { $0.createdAt != nil })
      let tokens = try await api.refreshTokens(ofUser: Self.ana)
      #expect(tokens.allSatisfy { $0.clientID != nil })
      let history = try await api.logs(ofUser: Self.ana, page: 0)
      #expect(history.items.allSatisfy { $0.userID == Self.ana })
    }
  }

  @Test("Roles, APIs, organizations, the log, the tenant, and no write among the calls")
  func tenant() async throws {
    try await ContractTenant.run { tenant in
      let api = tenant.client
      let roles = try await api.roles(named: nil)
      #expect(roles.map(\.id.rawValue) == tenant.server.roleIDs())
      let named = try await api.roles(named: "billing admin")
      #expect(named.contains { $0.name == "Billing Admin" })
      let billing = try tenant.role("Billing Admin")
      let role = try await api.role(billing)
      #expect(role.name == "Billing Admin")
      let permissions = try await api.permissions(ofRole: billing)
      #expect(permissions.count == 5)
      let holders = tenant.server.users(withRole: billing.rawValue)
      let members = try await api.everyMember(ofRole: billing).items()
      #expect(members.map(\.id.rawValue) == holders)
      let first = try await api.members(ofRole: billing, perPage: 2)
      #expect(first.total == holders.count)

      let apis = try await api.resourceServers()
      #expect(apis.count == 4)
      #expect(apis.filter(\.isSystem).count == 1)
      let people = try #require(apis.first { $0.name == "People API" })
      #expect(people.enforcesPolicies && people.tokenDialect == .accessToken)
      #expect(people.scopes.count > 10 && people.tokenLifetime == 7_200)
      let byID = try await api.resourceServer(people.id)
      let byIdentifier = try await api.resourceServer(people.identifier)
      #expect(byID == people && byIdentifier == people)

      let organizations = try await api.organizations().items()
      let organization = try #require(organizations.first)
      let plain = try await api.members(ofOrganization: organization.id).items()
      let withRoles = try await api.members(ofOrganization: organization.id, withRoles: true)
        .items()
      #expect(plain.map(\.id) == withRoles.map(\.id))
      #expect(plain.allSatisfy { $0.roles == nil } && withRoles.allSatisfy { $0.roles != nil })

      let log = try await api.logs(LogQuery(lucene: "type:s", perPage: 5))
      let entry = try #require(log.items.first)
      let same = try await api.log(entry.id)
      #expect(same.id == entry.id && same.date == entry.date)
      #expect(same.json.redactedText == entry.json.redactedText)
      let whole = try await api.everyLog(after: nil).items()
      #expect(whole.last?.id == entry.id)
      let settings = try await api.tenantSettings()
      #expect(settings.friendlyName == "Acme (local)")
      let connections = try await api.connections()
      #expect(connections.map(\.strategy).contains("samlp"))
      let job = try await api.exportUsers(UserExport(limit: 1))
      let again = try await api.job(job.id)
      #expect(again.id == job.id)

      let asked = await tenant.operations()
      #expect(asked.allSatisfy { $0?.isWrite == false })
    }
  }

  @Test("Every read of the protocol leaves as a GET, but for the export")
  func methods() {
    let reads = Operation.ofManagementAPI.filter { !$0.isWrite }
    #expect(reads.filter { $0.method != .get } == [.exportUsers])
  }

  @Test("All users, past the wall, by ranges and by an export", arguments: UserListing.allCases)
  func everyUser(listing: UserListing) async throws {
    try await ContractTenant.run(users: 2_500) { tenant in
      var users: [User] = []
      for try await page in tenant.client.everyUser(matching: UserQuery(), by: listing) {
        #expect(page.start == users.count)
        #expect(page.reach == .whole)
        users += page.items
      }
      let ids = users.map(\.id.rawValue)
      #expect(ids.count == 2_500)
      #expect(Set(ids) == Set(tenant.server.userIDs()))
      #expect(users.allSatisfy { $0.createdAt != nil })
      let requests = await tenant.server.recordedRequests()
      let downloads = requests.filter { $0.path.hasPrefix("/exports/") }
      #expect(downloads.count == (listing == .export ? 1 : 0))
    }
  }

  @Test(
    "A search past the wall is split, and says so where the total ends at the wall",
    arguments: [false, true])
  func search(totalEnds: Bool) async throws {
    try await ContractTenant.run(users: 2_500) {
      $0.unknowns.searchTotalEndsAtWall = totalEnds
    } _: { tenant in
      let query = UserQuery(lucene: "email_verified:true")
      let first = try await tenant.client.users(query)
      #expect(first.reach == .first(1_000, of: totalEnds ? nil : first.total))
      let users = try await tenant.client.everyUser(matching: query, by: .createdAtRanges).items()
      #expect(users.count > 1_000)
      #expect(Set(users.map(\.id)).count == users.count)
      #expect(users.allSatisfy { $0.isEmailVerified == true })
      if let total = first.total, !totalEnds { #expect(users.count == total) }
    }
  }

  @Test("An export takes no search")
  func exportWithSearch() async throws {
    try await ContractTenant.run { tenant in
      let query = UserQuery(lucene: "blocked:true")
      await #expect(
        throws: APIError(.badRequest, .exportUsers, message: "an export takes no search")
      ) {
        try await tenant.client.everyUser(matching: query, by: .export).items()
      }
      #expect(await tenant.server.recordedRequests().isEmpty)
    }
  }
}
