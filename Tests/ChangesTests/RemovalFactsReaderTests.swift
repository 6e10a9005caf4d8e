import AccessModel
import Changes
import TenantDoubles
import Testing

@Suite("Reading what a removal costs", .timeLimit(.minutes(5)))
struct RemovalFactsReaderTests {
  private typealias Call = ScriptedTenant.Call

  private static let permissions = [
    Permission.named("read", through: [.admin, .viewer]),
    Permission.named("write", through: [.admin]),
  ]
  private static let globex = Organization(
    id: OrganizationID("org_1"), name: "globex", displayName: "Globex")
  private static let billing = ResourceServer(
    name: "Billing", identifier: "https://billing/", enforcesPolicies: true)

  /// What each call gets where all is well; `nil` for a call that a test does not expect.
  private static let answers: [(Call, any Sendable)] = [
    (.user(User.ana.id), UserDocument(user: .ana, json: RawJSON(bytes: []))),
    (.rolesOfUser(User.ana.id), [Role.admin, .viewer]),
    (.permissionsOfUser(User.ana.id), permissions),
    (.apis, [billing]), (.organizations(User.ana.id), [globex]),
    (.permissionsOfRole(Role.admin.id), [Permission.named("read"), .named("write")]),
    (.permissionsOfRole(Role.viewer.id), [Permission.named("read")]),
    (.members(Role.admin.id, perPage: 2), Page<RoleMember>(items: [], start: 0, total: 7)),
    (.usersWithEmail("ana@acme.example"), [User.ana]), (groups(of: User.ana.id), effective),
  ]

  /// Viewer comes through a group; Admin is held directly.
  private static let effective = [
    EffectiveRole(role: .admin, sources: ["direct"]),
    EffectiveRole(role: .viewer, sources: ["direct", "groups"]),
  ]

  private static func groups(of user: UserID) -> Call {
    .call(.listUserEffectiveRoles, [user.rawValue])
  }

  /// A tenant where all is well but for the calls that are given.
  private static func tenant(failing: Call...) -> ScriptedTenant {
    let tenant = ScriptedTenant()
    for (call, value) in answers {
      if failing.contains(call) {
        tenant.fail(call, with: error)
      } else {
        tenant.answer(call, with: value)
      }
    }
    return tenant
  }

  private static let error = APIError(.forbidden, .getUser, status: 403)

  private static let expected = RemovalFacts(
    user: .known(.ana), heldRoles: .known([.admin, .viewer]), sameEmail: .known([]),
    permissions: .known(permissions),
    rolePermissions: [
      Role.admin.id: .known([.named("read"), .named("write")]),
      Role.viewer.id: .known([.named("read")]),
    ],
    holders: [Role.admin.id: .known(7)], apis: .known([billing]), organizations: .known([globex]),
    groupRoles: .known([.viewer]))

  @Test(
    "everything is read once: no role whose permissions the sources name, but for those of groups")
  func allKnown() async throws {
    let tenant = Self.tenant()
    let facts = try await RemovalFactsReader(tenant).facts(for: .ana, removing: [.admin])
    #expect(facts == Self.expected)
    #expect(tenant.calls.count == Set(tenant.calls).count)
    tenant.expectNothingLeft()
  }

  /// One part that cannot be read, and the facts then.
  struct Part: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var call: ScriptedTenant.Call
    var change: @Sendable (inout RemovalFacts) -> Void
  }

  @Test(
    "a part that cannot be read is unknown, and the others are there",
    arguments: [
      Part(testDescription: "the user", call: .user(User.ana.id)) { $0.user = .unknown(error) },
      Part(testDescription: "accounts with the email", call: .usersWithEmail("ana@acme.example")) {
        $0.sameEmail = .unknown(error)
      },
      Part(testDescription: "the APIs", call: .apis) { $0.apis = .unknown(error) },
      Part(testDescription: "organizations", call: .organizations(User.ana.id)) {
        $0.organizations = .unknown(error)
      },
      Part(testDescription: "a role's permissions", call: .permissionsOfRole(Role.admin.id)) {
        $0.rolePermissions[Role.admin.id] = .unknown(error)
      },
      Part(testDescription: "holders", call: .members(Role.admin.id, perPage: 2)) {
        $0.holders[Role.admin.id] = .unknown(error)
      },
      Part(testDescription: "a group's role", call: .permissionsOfRole(Role.viewer.id)) {
        $0.rolePermissions[Role.viewer.id] = .unknown(error)
      },
      Part(testDescription: "the roles held", call: .rolesOfUser(User.ana.id)) {
        $0.heldRoles = .unknown(error)
      },
    ])
  func oneUnknown(part: Part) async throws {
    let tenant = Self.tenant(failing: part.call)
    var expected = Self.expected
    part.change(&expected)
    let facts = try await RemovalFactsReader(tenant).facts(for: .ana, removing: [.admin])
    #expect(facts == expected)
    tenant.expectNothingLeft()
  }

  @Test("where groups cannot be read, that is said, and no role of theirs is asked about")
  func groupsUnknown() async throws {
    let tenant = ScriptedTenant()
    for (call, value) in Self.answers
    where call != Self.groups(of: User.ana.id) && call != .permissionsOfRole(Role.viewer.id) {
      tenant.answer(call, with: value)
    }
    tenant.fail(Self.groups(of: User.ana.id), with: Self.error)
    let facts = try await RemovalFactsReader(tenant).facts(for: .ana, removing: [.admin])
    var expected = Self.expected
    expected.groupRoles = .unknown(Self.error)
    expected.rolePermissions[Role.viewer.id] = nil
    #expect(facts == expected)
    tenant.expectNothingLeft()
  }

  @Test("where the user's permissions cannot be read, those of the other roles are")
  func permissionsUnknown() async throws {
    let tenant = Self.tenant(failing: .permissionsOfUser(User.ana.id))
    var expected = Self.expected
    expected.permissions = .unknown(Self.error)
    let facts = try await RemovalFactsReader(tenant).facts(for: .ana, removing: [.admin])
    #expect(facts == expected)
    tenant.expectNothingLeft()
  }

  @Test(
    "other roles are read where the sources do not name them",
    arguments: [
      (nil, [Role.viewer]), ([], [.viewer]), ([.admin], [.viewer]), ([.viewer], []),
    ] as [([Role]?, [Role])])
  func unnamedRoles(through sources: [Role]?, read: [Role]) async throws {
    let tenant = ScriptedTenant()
    for (call, value) in Self.answers
    where call != .permissionsOfUser(User.ana.id) && call != Self.groups(of: User.ana.id)
      && call != .permissionsOfRole(Role.viewer.id)
    {
      tenant.answer(call, with: value)
    }
    tenant.answer(Self.groups(of: User.ana.id), with: [EffectiveRole]())
    let own = [Permission.named("read", through: sources)]
    tenant.answer(.permissionsOfUser(User.ana.id), with: own)
    for role in read { tenant.answer(.permissionsOfRole(role.id), with: [Permission]()) }
    let facts = try await RemovalFactsReader(tenant).facts(for: .ana, removing: [.admin])
    #expect(Set(facts.rolePermissions.keys) == Set(([.admin] + read).map(\.id)))
    tenant.expectNothingLeft()
  }

  @Test("each role to be removed is read, and how many hold it", arguments: [7, nil] as [Int?])
  func severalRoles(total: Int?) async throws {
    let tenant = Self.tenant()
    let page = Page(items: [RoleMember(id: User.ana.id)], start: 0, total: total)
    tenant.answer(.members(Role.viewer.id, perPage: 2), with: page)
    let facts = try await RemovalFactsReader(tenant).facts(for: .ana, removing: [.admin, .viewer])
    // Without a total, what the page holds is counted.
    #expect(facts.holders == [Role.admin.id: .known(7), Role.viewer.id: .known(total ?? 1)])
    #expect(facts.rolePermissions[Role.viewer.id] == .known([.named("read")]))
    tenant.expectNothingLeft()
  }

  @Test("nobody is looked for who has no email", arguments: [nil, ""])
  func noEmail(email: String?) async throws {
    let tenant = ScriptedTenant()
    for (call, value) in Self.answers {
      switch call {
      case .usersWithEmail: continue
      case .user:
        let user = User(id: User.ana.id, email: email)
        tenant.answer(call, with: UserDocument(user: user, json: RawJSON(bytes: [])))
      default: tenant.answer(call, with: value)
      }
    }
    // The list showed an address that the user does not have any more.
    let facts = try await RemovalFactsReader(tenant).facts(for: .ana, removing: [.admin])
    #expect(facts.sameEmail == .known([]))
    tenant.expectNothingLeft()
  }

  @Test("the others with the email are told with their roles, as far as they can be read")
  func sameEmail() async throws {
    let twin = User(id: UserID("google-oauth2|1047"), name: "Ana Lima", email: "ana@acme.example")
    // Another user, although its id prints like Ana's twin's.
    let third = User(id: UserID("google-oauth2|1048"), email: "ana@acme.example")
    let tenant = ScriptedTenant()
    for (call, value) in Self.answers where call != .usersWithEmail("ana@acme.example") {
      tenant.answer(call, with: value)
    }
    tenant.answer(.usersWithEmail("ana@acme.example"), with: [twin, .ana, third])
    tenant.answer(.rolesOfUser(twin.id), with: [Role.admin])
    tenant.fail(.rolesOfUser(third.id), with: Self.error)
    let facts = try await RemovalFactsReader(tenant).facts(for: .ana, removing: [.admin])
    let accounts = [
      SameEmailAccount(user: twin, roles: .known([.admin])),
      SameEmailAccount(user: third, roles: .unknown(Self.error)),
    ]
    #expect(facts.sameEmail == .known(accounts))
    tenant.expectNothingLeft()
  }

  @Test("an account whose id prints like the user's is another account")
  func lookAlike() async throws {
    let user = User(id: UserID("ad|andr\u{E9}"), email: "ana@acme.example")
    let other = User(id: UserID("ad|andre\u{301}"), email: "ana@acme.example")
    let tenant = ScriptedTenant()
    tenant.answer(.user(user.id), with: UserDocument(user: user, json: RawJSON(bytes: [])))
    tenant.answer(.rolesOfUser(user.id), with: [Role.admin])
    tenant.answer(.rolesOfUser(other.id), with: [Role.viewer])
    tenant.answer(.permissionsOfUser(user.id), with: [Permission]())
    tenant.answer(.organizations(user.id), with: [Organization]())
    tenant.answer(Self.groups(of: user.id), with: [EffectiveRole]())
    for (call, value) in Self.answers {
      switch call {
      case .apis, .permissionsOfRole(Role.admin.id), .members: tenant.answer(call, with: value)
      default: continue
      }
    }
    tenant.answer(.usersWithEmail("ana@acme.example"), with: [user, other])
    let facts = try await RemovalFactsReader(tenant).facts(for: user, removing: [.admin])
    #expect(facts.sameEmail == .known([SameEmailAccount(user: other, roles: .known([.viewer]))]))
    tenant.expectNothingLeft()
  }

  @Test("cancellation passes through", arguments: answers.map(\.0))
  func cancellation(call: ScriptedTenant.Call) async throws {
    let tenant = ScriptedTenant()
    for (other, value) in Self.answers {
      if other == call {
        tenant.fail(other, with: CancellationError())
      } else {
        tenant.answer(other, with: value)
      }
    }
    await #expect(throws: CancellationError.self) {
      try await RemovalFactsReader(tenant).facts(for: .ana, removing: [.admin])
    }
  }
}
