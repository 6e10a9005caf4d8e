import AccessModel
import RolecallApp
import TenantDoubles
import Testing

@testable import Effects

@Suite("Answering the app's questions", .timeLimit(.minutes(5)))
struct TenantReaderTests {
  private static let ana = User(id: UserID("auth0|ana"), email: "ana@acme.example")
  private static let admin = Role(id: RoleID("rol_admin"), name: "Billing Admin")
  private static let document = UserDocument(user: ana, json: RawJSON(bytes: Array("{}".utf8)))
  private static let error = APIError(.rateLimited, .listUsers, status: 429)
  private static let query = UserQuery(lucene: "x")
  private static let page = Page(items: [ana], start: 0, total: 1)

  private let doubles = ScriptedTenant()

  private func reply(to read: Read) async -> Reply? {
    let replies = await replies(to: read)
    #expect(replies.count <= 1)
    return replies.first
  }

  private func replies(to read: Read) async -> [Reply] {
    var replies: [Reply] = []
    await TenantReader(api: doubles, patient: doubles).answer(read) { replies.append($0) }
    doubles.expectNothingLeft()
    return replies
  }

  @Test("a user, its roles and its permissions, each by one call")
  func plainReads() async {
    doubles.answer(.user(Self.ana.id), with: Self.document)
    #expect(await reply(to: .user(Self.ana.id)) == .user(Self.document))
    doubles.answer(.rolesOfUser(Self.ana.id), with: [Self.admin])
    #expect(await reply(to: .roles(Self.ana.id)) == .roles([Self.admin]))
    doubles.answer(.permissionsOfUser(Self.ana.id), with: [Permission]())
    #expect(await reply(to: .permissions(Self.ana.id)) == .permissions([]))
    #expect(doubles.calls.count == 3)
  }

  @Test("what a removal costs")
  func removalFacts() async throws {
    doubles.answer(.user(Self.ana.id), with: Self.document)
    doubles.answer(.rolesOfUser(Self.ana.id), with: [Self.admin])
    doubles.answer(.permissionsOfUser(Self.ana.id), with: [Permission]())
    doubles.fail(.apis, with: Self.error)
    doubles.answer(.organizations(Self.ana.id), with: [Organization]())
    doubles.answer(.permissionsOfRole(Self.admin.id), with: [Permission]())
    doubles.answer(
      .call(.listUserEffectiveRoles, [Self.ana.id.rawValue]), with: [EffectiveRole]())
    let members = Page<RoleMember>(items: [], start: 0, total: 3)
    doubles.answer(.members(Self.admin.id, perPage: 2), with: members)
    doubles.answer(.usersWithEmail("ana@acme.example"), with: [Self.ana])
    let facts = RemovalFacts(
      user: .known(Self.ana), heldRoles: .known([Self.admin]), sameEmail: .known([]),
      permissions: .known([]), rolePermissions: [Self.admin.id: .known([])],
      holders: [Self.admin.id: .known(3)], apis: .unknown(Self.error), organizations: .known([]),
      groupRoles: .known([]))
    let reply = await reply(to: .removalFacts(Self.ana, removing: [Self.admin]))
    #expect(reply == .removalFacts(facts))
  }

  private static let reads: [(Read, ScriptedTenant.Call)] = [
    (.user(ana.id), .user(ana.id)), (.roles(ana.id), .rolesOfUser(ana.id)),
    (.permissions(ana.id), .permissionsOfUser(ana.id)),
    (.users(.everybody, query), .users(query)),
  ]

  @Test("an error is an answer; being cancelled is none", arguments: reads)
  func failures(read: Read, call: ScriptedTenant.Call) async {
    doubles.fail(call, with: Self.error)
    #expect(await reply(to: read) == .failed(Self.error))
    doubles.fail(call, with: CancellationError())
    #expect(await reply(to: read) == nil)
  }

  @Test(
    "a text that names nobody exactly is searched for alone",
    arguments: ["", "ana", "ana lima", "email:ana@acme.example", "user_id:auth0|ana", "@", "|"])
  func searchOnly(text: String) async {
    doubles.answer(.users(Self.query), with: Self.page)
    let reply = await reply(to: .users(UserSearch(text), Self.query))
    #expect(reply == .users(UsersFound(exact: [], page: Self.page)))
  }

  @Test(
    "an email is looked for by itself too", arguments: [[], [ana], [ana, User(id: UserID("x"))]])
  func email(found: [User]) async {
    doubles.answer(.users(Self.query), with: Self.page)
    doubles.answer(.usersWithEmail("ana@acme.example"), with: found)
    let reply = await reply(to: .users(UserSearch(" ana@acme.example "), Self.query))
    #expect(reply == .users(UsersFound(exact: found, page: Self.page)))
  }

  @Test("an id is looked for by itself too")
  func id() async {
    doubles.answer(.users(Self.query), with: Self.page)
    doubles.answer(.user(Self.ana.id), with: Self.document)
    let reply = await reply(to: .users(UserSearch("auth0|ana"), Self.query))
    #expect(reply == .users(UsersFound(exact: [Self.ana], page: Self.page)))
  }

  @Test("an id that nobody has, or that is none, is no error", arguments: [404, 400])
  func noSuchID(status: Int) async {
    let code = status == 404 ? APIError.Code.notFound : .badRequest
    doubles.answer(.users(Self.query), with: Self.page)
    doubles.fail(.user(UserID("a|b")), with: APIError(code, .getUser, status: status))
    let reply = await reply(to: .users(UserSearch("a|b"), Self.query))
    #expect(reply == .users(UsersFound(exact: [], page: Self.page)))
  }

  @Test(
    "any other failure of an id's own call is told",
    arguments: APIError.Code.allCases.filter { $0 != .notFound && $0 != .badRequest })
  func idFails(code: APIError.Code) async {
    let error = APIError(code, .getUser)
    doubles.answer(.users(Self.query), with: Self.page)
    doubles.fail(.user(Self.ana.id), with: error)
    #expect(await reply(to: Self.idSearch) == .failed(error))
  }

  private static let idSearch = Read.users(UserSearch("auth0|ana"), query)

  @Test("a search that fails is told, whoever was found by the exact text")
  func searchFails() async {
    doubles.fail(.users(Self.query), with: Self.error)
    doubles.answer(.user(Self.ana.id), with: Self.document)
    #expect(await reply(to: Self.idSearch) == .failed(Self.error))
  }

  @Test("further pages are pages alone", arguments: ["ana@acme.example", "auth0|ana"])
  func furtherPages(text: String) async {
    let query = UserQuery(lucene: "x", page: 1)
    doubles.answer(.users(query), with: Self.page)
    let reply = await reply(to: .users(UserSearch(text), query))
    #expect(reply == .users(UsersFound(exact: [], page: Self.page)))
    #expect(doubles.calls == [.users(query)])
  }
}
