import AccessModel
import LocalTenant
import Testing

@testable import ManagementAPI

@Suite("The client against the local tenant: writes, each read back", .timeLimit(.minutes(5)))
struct WritingContractTests {
  private static let ana = ContractTenant.ana

  @Test("A user's roles: removed, assigned, assigned from the role's side; the log names the run")
  func userRoles() async throws {
    try await ContractTenant.run { tenant in
      let api = tenant.client
      let billing = try tenant.role("Billing Admin")
      let owner = try tenant.role("Owner")
      try await api.removeRoles([billing], fromUser: Self.ana, correlation: "run-1")
      try await api.assignRoles([owner], toUser: Self.ana, correlation: "run-2")
      let held = try await api.roles(ofUser: Self.ana)
      #expect(held.map(\.name) == ["Support", "Auditor", "Owner"])
      try await api.assignRole(billing, toUsers: [Self.ana], correlation: "run-3")
      let back = try await api.roles(ofUser: Self.ana)
      #expect(back.contains { $0.id == billing })

      let entries = try await api.logs(LogQuery(lucene: "type:sapi", isOldestFirst: true)).items
      #expect(entries.map(\.correlationID) == ["run-1", "run-2", "run-3"])
      let removal = try #require(entries.first)
      #expect(removal.userID == nil)
      #expect(removal.call?.method == "delete")
      #expect(removal.call?.path == "/api/v2/users/auth0%7C63d17c50e99d3933163bdda9/roles")
      #expect(removal.call?.roles == [billing])
      #expect(removal.call?.status == 204)
    }
  }

  @Test("Permissions of a user and of a role")
  func permissions() async throws {
    try await ContractTenant.run { tenant in
      let api = tenant.client
      let key = Permission.Key(api: "https://billing.acme.example/", name: "close:ledger")
      try await api.grantPermissions([key], toUser: Self.ana, correlation: "c")
      let granted = try await api.permissions(ofUser: Self.ana).first { $0.key == key }
      #expect(granted?.sources?.contains(where: \.isDirect) == true)
      try await api.revokePermissions([key], fromUser: Self.ana, correlation: "c")
      let left = try await api.permissions(ofUser: Self.ana)
      #expect(!left.contains { $0.key == key })

      let role = try tenant.role("Auditor")
      try await api.addPermissions([key], toRole: role, correlation: "c")
      let added = try await api.permissions(ofRole: role)
      #expect(added.contains { $0.key == key })
      try await api.removePermissions([key], fromRole: role, correlation: "c")
      let removed = try await api.permissions(ofRole: role)
      #expect(!removed.contains { $0.key == key })
    }
  }

  @Test("A role: made, renamed, deleted")
  func role() async throws {
    try await ContractTenant.run { tenant in
      let api = tenant.client
      let made = try await api.createRole(
        NewRole(name: "Night Shift", description: "a/b"), correlation: "c")
      let read = try await api.role(made.id)
      #expect(read == made && made.description == "a/b")
      let conflict = await #expect(throws: APIError.self) {
        try await api.createRole(NewRole(name: "Night Shift"), correlation: "c")
      }
      #expect(conflict?.code == .conflict)
      let renamed = try await api.updateRole(
        made.id, RoleUpdate(name: "Day Shift"), correlation: "c")
      #expect(renamed.name == "Day Shift" && renamed.description == "a/b")
      try await api.deleteRole(made.id, correlation: "c")
      let gone = await #expect(throws: APIError.self) { try await api.role(made.id) }
      #expect(gone?.code == .notFound)
    }
  }

  @Test("An API: RBAC on, with permissions in the token; the tenant's own is refused")
  func resourceServer() async throws {
    try await ContractTenant.run { tenant in
      let api = tenant.client
      let reports = try await api.resourceServer("https://reports.acme.example/")
      #expect(!reports.enforcesPolicies)
      let update = ResourceServerUpdate(
        enforcesPolicies: true, tokenDialect: .accessTokenWithPermissions)
      let receipt = try await api.updateResourceServer(reports.id, update, correlation: "c")
      let read = try await api.resourceServer(reports.id)
      #expect((200..<300).contains(receipt.status) && receipt.tenantTime != nil)
      #expect(read.enforcesPolicies && read.tokenDialect.addsPermissions)
      #expect(read.scopes == reports.scopes)
      let system = try #require(try await api.resourceServers().first(where: \.isSystem))
      let refused = await #expect(throws: APIError.self) {
        try await api.updateResourceServer(system.id, update, correlation: "c")
      }
      #expect(refused?.code == .badRequest)
    }
  }

  @Test("A member's roles in an organization, apart from the tenant's")
  func memberRoles() async throws {
    try await ContractTenant.run { tenant in
      let api = tenant.client
      let organization = try #require(try await api.organizations().items().first)
      let role = try tenant.role("Break Glass Admin")
      try await api.assignRoles(
        [role], toMember: Self.ana, of: organization.id, correlation: "c")
      let held = try await api.roles(ofMember: Self.ana, in: organization.id)
      #expect(held.contains { $0.id == role })
      let direct = try await api.roles(ofUser: Self.ana)
      #expect(!direct.contains { $0.id == role })
      try await api.removeRoles(
        [role], fromMember: Self.ana, of: organization.id, correlation: "c")
      let left = try await api.roles(ofMember: Self.ana, in: organization.id)
      #expect(!left.contains { $0.id == role })
    }
  }

  @Test("A user: blocked, unblocked, signed out", arguments: [Duration.zero, .seconds(60)])
  func user(lag: Duration) async throws {
    try await ContractTenant.run {
      $0.unknowns.revocationLag = lag
    } _: { tenant in
      let api = tenant.client
      let blocked = try await api.updateUser(
        Self.ana, UserUpdate(isBlocked: true), correlation: "c")
      let read = try await api.user(Self.ana).user
      #expect(blocked.isBlocked && read.isBlocked)
      try await api.unblock(user: Self.ana, correlation: "c")
      let blocks = try await api.blocks(ofUser: Self.ana)
      #expect(blocks.isEmpty)

      let before = try await api.sessions(ofUser: Self.ana).count
      let tokensBefore = try await api.refreshTokens(ofUser: Self.ana).count
      try await api.endSessions(ofUser: Self.ana, correlation: "c")
      try await api.deleteRefreshTokens(ofUser: Self.ana, correlation: "c")
      try await api.revokeAccess(ofUser: Self.ana, correlation: "c")
      let sessions = try await api.sessions(ofUser: Self.ana)
      let tokens = try await api.refreshTokens(ofUser: Self.ana)
      // A 202 promises nothing about when.
      #expect(sessions.count == (lag == .zero ? 0 : before))
      #expect(tokens.count == (lag == .zero ? 0 : tokensBefore))
    }
  }

  @Test(
    "Whatever answers a removal of what is not held, the client says so and nothing is lost",
    arguments: [
      TenantConfiguration.Unknowns.EmptyRemoval.noContent, .notFound, .badRequest,
    ])
  func emptyRemoval(answer: TenantConfiguration.Unknowns.EmptyRemoval) async throws {
    try await ContractTenant.run {
      $0.unknowns.removalOfUnheldRole = answer
      $0.unknowns.removalOfUnknownRole = answer
    } _: { tenant in
      let unheld = try tenant.role("Owner")
      for role in [unheld, RoleID("rol_0000000000000000")] {
        let expected: APIError.Code? =
          switch answer {
          case .noContent: nil
          case .notFound: .notFound
          case .badRequest: .badRequest
          }
        do {
          try await tenant.client.removeRoles([role], fromUser: Self.ana, correlation: "c")
          #expect(expected == nil)
        } catch let error as APIError {
          #expect(error.code == expected)
          #expect(error.isAnswered)
        }
      }
      let held = try await tenant.client.roles(ofUser: Self.ana)
      #expect(held.count == 3)
    }
  }

  @Test("What else nobody knows, in its other position", arguments: [false, true])
  func otherUnknowns(other: Bool) async throws {
    try await ContractTenant.run {
      guard other else { return }
      $0.unknowns.sourcesNameRoles = false
      $0.unknowns.permissionsIncludeGroups = true
      $0.unknowns.roleNamesIgnoreCase = false
      $0.unknowns.nameFilterFindsParts = false
      $0.unknowns.readingRolesNeedsRoleMembers = true
      $0.unknowns.removingRolesNeedsRoleMembers = true
      $0.unknowns.failedWritesAreLogged = true
      $0.unknowns.logsOfUnknownUserAreNotFound = true
      $0.unknowns.saysRetryAfter = true
      $0.unknowns.roleWriteFamily = .writeUsers
      $0.unknowns.sessionsNeedEnterprise = true
      $0.unknowns.memberListLag = .seconds(60)
      $0.unknowns.appliesRefusedWritesInPart = true
      $0.unknowns.connectionOfAll = .absent
      $0.unknowns.identityIDsAreNumbers = true
      $0.unknowns.unauthorizedBodiesHaveAttributes = false
      $0.unknowns.answersHaveRequestIDs = true
      $0.subscription = .essentials
    } _: { tenant in
      let api = tenant.client
      let permissions = try await api.permissions(ofUser: Self.ana)
      #expect(!permissions.isEmpty)
      let named = try await api.roles(named: "Billing Admin")
      #expect(named.contains { $0.name == "Billing Admin" })
      let billing = try tenant.role("Billing Admin")
      let receipt = try await api.removeRoles([billing], fromUser: Self.ana, correlation: "c")
      #expect(receipt.requestID?.hasPrefix("req_") == (other ? true : nil))
      let held = try await api.roles(ofUser: Self.ana)
      #expect(!held.contains { $0.id == billing })
      for listing in UserListing.allCases {
        let users = try await api.everyUser(matching: UserQuery(), by: listing).items()
        #expect(users.count == 60)
        #expect(users.allSatisfy { $0.identities.allSatisfy { !$0.userID.isEmpty } })
      }
      do {
        let history = try await api.logs(ofUser: UserID("auth0|nobody"), page: 0)
        #expect(history.items.isEmpty && !other)
      } catch let error as APIError {
        #expect(error.code == .notFound && other)
      }
      do {
        _ = try await api.sessions(ofUser: Self.ana)
        #expect(!other)
      } catch let error as APIError {
        #expect(error.code == .forbidden && other)
      }
    }
  }
}
