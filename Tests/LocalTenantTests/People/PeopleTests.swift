import FoundationEssentials
import Testing

@testable import LocalTenant

@Suite("People")
struct PeopleTests {
  private static func state(_ users: Int, seed: UInt64 = 1) -> TenantState {
    TenantSeeder(TenantConfiguration(users: users, seed: seed)).state()
  }

  @Test("The same seed makes the same tenant, another one makes another")
  func determinism() {
    let (one, two, other) = (Self.state(300), Self.state(300), Self.state(300, seed: 2))
    #expect(one.directory.users == two.directory.users)
    #expect(one.roles.roles == two.roles.roles)
    #expect(one.resourceServers == two.resourceServers)
    #expect(one.grants == two.grants)
    #expect(one.organizations.all == two.organizations.all)
    #expect(one.groups.all == two.groups.all)
    #expect(one.logs.entries == two.logs.entries)
    for user in one.directory.users {
      #expect(one.assignments.held(by: user.id) == two.assignments.held(by: user.id))
      #expect(
        one.organizations.members.held(by: user.id) == two.organizations.members.held(by: user.id))
    }
    #expect(one.directory.users != other.directory.users)
    #expect(one.roles.roles.map(\.id) != other.roles.roles.map(\.id))
  }

  @Test("There are as many as asked for, all different", arguments: [10, 11, 49, 50, 51, 2_500])
  func count(users: Int) {
    let people = Self.state(users).directory.users
    #expect(people.count == users)
    #expect(Set(people.map(\.id)).count == users)
    #expect(people.first?.id == Person.ana.userID)
    let databases = people.filter { $0.id.hasPrefix("auth0|") }.compactMap(\.email)
    #expect(Set(databases).count == databases.count)
    #expect(people.map(\.createdAt) == people.map(\.createdAt).sorted())
  }

  @Test("Numbers beyond the range are brought into it")
  func range() {
    #expect(Self.state(0).directory.users.count == 10)
    #expect(TenantSeeder(TenantConfiguration(users: 1_000_000)).userCount == 200_000)
  }

  @Test(
    "Everybody awkward is there, and the first of them near the top", arguments: [50, 60, 2_500])
  func awkward(users: Int) {
    let people = Self.state(users).directory.users
    let ids = Set(people.map(\.id))
    for person in Person.awkward where !ids.contains(person.userID) {
      Issue.record("\(person.userID) is missing")
    }
    let top = Set(people.prefix(30).map(\.id))
    #expect(Person.awkward.prefix(12).allSatisfy { top.contains($0.userID) })
  }

  @Test(
    "Each kind of hostile text is among the names",
    arguments: [
      "王", "آنا", "נועה", "\u{489}", "👨‍👩‍👧‍👦", "🇧🇷", "👍🏽", "\u{1B}[2J", "\n", "\t", "\u{0}", "\u{9B}",
      "\u{202E}", "\u{200B}", "\u{2028}", "\u{FEFF}", "\u{410}na",
    ])
  func hostile(text: String) {
    let wanted = Array(text.utf8)
    #expect(Person.awkward.contains { Array(($0.name ?? "").utf8).firstRange(of: wanted) != nil })
  }

  @Test("There are an empty name, a missing one and one of 300 characters")
  func lengths() {
    #expect(Person.awkward.contains { $0.name == "" })
    #expect(Person.awkward.contains { $0.name == nil })
    #expect(Person.awkward.contains { $0.name?.count == 300 })
    #expect(Person.awkward.contains { ($0.email?.utf8.count ?? 0) == 254 })
  }

  @Test(
    "Ids hold what has to be escaped in a path",
    arguments: ["/", "@", " ", "+", "é", "%", "?", "#"])
  func ids(character: Character) {
    #expect(Person.awkward.contains { $0.userID.contains(character) })
  }

  @Test("Ana is who the guide says she is")
  func ana() throws {
    let state = Self.state(2_500)
    let ana = try #require(state.directory["auth0|63d17c50e99d3933163bdda9"])
    #expect(ana.name == "Ana Lima")
    #expect(ana.email == "ana@acme.example")
    #expect(ana.isEmailVerified)
    #expect(ana.loginsCount == 48)
    let now = Timestamp(TenantConfiguration().now)
    #expect(ana.lastLogin == now.advanced(bySeconds: -7200))
    let held = state.assignments.held(by: ana.id).compactMap { state.roles[$0.id]?.name }
    #expect(held == ["Billing Admin", "Support", "Auditor"])
    let organizations = state.organizations.organizations(of: ana.id)
    #expect(organizations.map(\.displayName) == ["Initech", "Globex"])
    #expect(
      organizations.map { state.organizationRoles(of: ana.id, in: $0.id).map(\.name) }
        == [["Owner"], ["Member"]])
    #expect(state.groups.groups(of: ana.id).isEmpty)
    let other = try #require(state.directory.users(email: "ana@acme.example").last)
    #expect(other.id == "google-oauth2|104721366189034178813")
    #expect(
      state.assignments.held(by: other.id).contains {
        state.roles[$0.id]?.name == "Billing Admin"
      })
  }

  @Test("What Ana loses with Billing Admin, and what she keeps")
  func impact() throws {
    let state = Self.state(60)
    let role = try #require(state.roles.named("Billing Admin"))
    let permissions = state.permissions(ofUser: Person.ana.userID)
    let lost = permissions.filter { $0.sources == [.role(id: role.id, name: role.name)] }
    #expect(
      lost.map(\.permission.name) == ["refund:invoices", "delete:invoices", "read:exports"])
    let read = permissions.first { $0.permission.name == "read:users" }
    #expect(read?.sources.count == 3)
    #expect(read?.sources.last == .direct)
  }

  @Test("Most people hold none to four roles, some hold 50", arguments: [50, 2_500])
  func roleCounts(users: Int) {
    let state = Self.state(users)
    let counts = state.directory.users.map { state.assignments.held(by: $0.id).count }
    #expect(counts.contains(50))
    #expect(counts.allSatisfy { $0 <= 50 })
    if users == 2_500 {
      #expect(counts.count { $0 <= 4 } > users * 9 / 10)
      #expect(counts.contains(0))
    }
  }

  @Test("Just one role has a single holder, whose name is plain", arguments: [50, 2_500])
  func singleHolder(users: Int) throws {
    let state = Self.state(users)
    let single = state.roles.roles.filter { state.assignments.members(of: $0.id).count == 1 }
    #expect(single.map(\.name) == ["Break Glass Admin"])
    #expect(state.roles.roles.allSatisfy { !state.assignments.members(of: $0.id).isEmpty })
    let role = try #require(single.first)
    let member = try #require(state.assignments.members(of: role.id).first)
    let name = try #require(state.directory[member.userID]?.name)
    #expect(name.utf8.allSatisfy { $0 == 0x20 || Character(Unicode.Scalar($0)).isLetter })
  }

  @Test("There are 80 roles, over three APIs of which one has no RBAC")
  func roles() {
    let state = Self.state(50)
    #expect(state.roles.roles.count == 80)
    #expect(Set(state.roles.roles.map(\.name)).count == 80)
    #expect(state.roles.roles.allSatisfy { Role.isWellFormed($0.id) })
    #expect(state.roles.roles.count { $0.description.isEmpty } == 1)
    #expect(state.roles.roles.contains { $0.name.count > 24 })
    let own = state.resourceServers.filter { !$0.isSystem }
    #expect(own.map(\.enforcesPolicies) == [true, true, nil])
    let known = Set(
      own.flatMap { api in
        api.scopes.map { Permission(resourceServer: api.identifier, name: $0.value) }
      })
    #expect(state.roles.roles.allSatisfy { $0.permissions.allSatisfy(known.contains) })
  }

  @Test("A role has more members than can be paged through by offset")
  func crowd() throws {
    let state = Self.state(2_500)
    let role = try #require(state.roles.named("Employee"))
    #expect(state.assignments.members(of: role.id).count > 1_000)
  }

  @Test("Some never logged in, some are blocked, some have no email")
  func variety() {
    let users = Self.state(2_500).directory.users
    #expect(users.contains { $0.lastLogin == nil && $0.loginsCount == nil })
    #expect(users.allSatisfy { ($0.lastLogin == nil) == ($0.loginsCount == nil) })
    #expect(users.contains { $0.isBlocked == true })
    #expect(users.contains { $0.email == nil && $0.phoneNumber != nil })
    #expect(
      Set(users.map { $0.id.split(separator: "|")[0] })
        == ["auth0", "google-oauth2", "sms", "email", "samlp", "waad"])
    let year = Timestamp(TenantConfiguration().now).advanced(bySeconds: -365 * 86_400)
    #expect(users.contains { ($0.lastLogin ?? year) < year })
    #expect(users.contains { $0.identities.contains { $0.accessToken != nil } })
  }
}
