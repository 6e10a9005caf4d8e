import AccessModel
import RolecallApp
import TenantDoubles
import Testing

@testable import Effects

@Suite("What users hold, as it is asked", .timeLimit(.minutes(5)))
struct HoldingsReadsTests {
  private static let admin = Role(id: RoleID("rol_admin"), name: "Billing Admin")
  private static let users = (0..<12).map { User(id: UserID("auth0|\($0)"), name: "User \($0)") }
  private static let search = UserSearch("user")
  private static let forbidden = APIError(.forbidden, .listUserRoles, status: 403)
  private static let gone = APIError(.notFound, .listUserRoles, status: 404)

  private let doubles = ScriptedTenant()

  /// What is told, and that nothing else was asked.
  private func replies(to read: Read) async -> [Reply] {
    var replies: [Reply] = []
    await TenantReader(api: ScriptedTenant(), patient: doubles, background: doubles)
      .answer(read) { replies.append($0) }
    doubles.expectNothingLeft()
    return replies
  }

  private func parts(of read: Read) async -> [HoldingsPart] {
    await replies(to: read).compactMap {
      if case .holdings(let part) = $0 { part } else { nil }
    }
  }

  private static func document(_ user: User) -> UserDocument {
    UserDocument(user: user, json: RawJSON(bytes: Array("{}".utf8)))
  }

  private func answerHits(_ reach: Reach = .whole) {
    let half = Array(Self.users[..<6])
    doubles.answer(
      .call(.listUsers, [Self.search.lucene ?? ""]),
      with: [
        Page(items: half, start: 0, total: 12, reach: reach),
        // A hit that comes twice is one user.
        Page(items: Array(Self.users[5...]), start: 6, total: 12),
      ])
  }

  @Test("Users who were chosen are told of in their order, and the last part says so")
  func chosen() async {
    for user in Self.users { doubles.answer(.rolesOfUser(user.id), with: [Self.admin]) }
    let parts = await parts(of: .holdings(.chosen(Self.users), withPermissions: false))
    #expect(
      parts.flatMap(\.holdings)
        == Self.users.map { Holding(user: $0, roles: .known([Self.admin])) })
    #expect(parts.allSatisfy { $0.found == 12 && !$0.isSearching })
    #expect(parts.map(\.isLast).filter(\.self) == [true])
    #expect(parts.last?.isLast == true)
  }

  @Test("Their permissions are read where said; those that cannot be are unknown, and end nothing")
  func permissions() async {
    for user in Self.users.prefix(2) { doubles.answer(.rolesOfUser(user.id), with: [Self.admin]) }
    doubles.answer(.permissionsOfUser(Self.users[0].id), with: [Permission]())
    doubles.fail(.permissionsOfUser(Self.users[1].id), with: Self.forbidden)
    let parts = await parts(
      of: .holdings(.chosen(Array(Self.users.prefix(2))), withPermissions: true))
    #expect(parts.flatMap(\.holdings).map(\.permissions) == [.known([]), .unknown(Self.forbidden)])
  }

  @Test("Everybody whom a search finds is read by id, and who is gone is told of as such")
  func found() async {
    answerHits()
    for user in Self.users.dropFirst() {
      doubles.answer(.user(user.id), with: Self.document(user))
      doubles.answer(.rolesOfUser(user.id), with: [Self.admin])
    }
    doubles.fail(.user(Self.users[0].id), with: Self.gone)
    let parts = await parts(of: .holdings(.found(Self.search), withPermissions: false))
    #expect(parts.filter(\.isSearching).map(\.found) == [6, 12])
    #expect(parts.flatMap(\.holdings).map(\.user) == Self.users)
    #expect(parts.flatMap(\.holdings).first?.roles == .unknown(Self.gone))
    #expect(parts.last?.isLast == true)
  }

  @Test("A search that finds more than can be read is refused, and nobody is read")
  func cut() async {
    answerHits(.first(1_000, of: nil))
    let replies = await replies(to: .holdings(.found(Self.search), withPermissions: false))
    guard case .failed(let error) = replies.last, replies.count == 1 else {
      Issue.record("it was not refused: \(replies)")
      return
    }
    #expect(error.explanation(tenant: "acme").problem.contains("more users than the tenant lets"))
  }

  @Test(
    "What would fail for each of them ends the reading; what fails for one is told of that one",
    arguments: [
      (APIError.Code.forbidden, true), (.unauthorized, true), (.unreachable, true),
      (.notFound, false), (.serverError, false), (.badRequest, false),
    ])
  func failures(_ code: APIError.Code, ends: Bool) async {
    let error = APIError(code, .listUserRoles)
    doubles.fail(.rolesOfUser(Self.users[0].id), with: error)
    let replies = await replies(to: .holdings(.chosen([Self.users[0]]), withPermissions: true))
    if ends {
      #expect(replies == [.failed(error)])
    } else {
      let holding = Holding(user: Self.users[0], roles: .unknown(error))
      #expect(
        replies == [
          .holdings(HoldingsPart(holdings: [holding], found: 1)),
          .holdings(HoldingsPart(holdings: [], found: 1, isLast: true)),
        ])
    }
  }

  @Test("Being cancelled is no answer")
  func cancelled() async {
    doubles.fail(.rolesOfUser(Self.users[0].id), with: CancellationError())
    #expect(await replies(to: .holdings(.chosen([Self.users[0]]), withPermissions: false)).isEmpty)
  }
}
