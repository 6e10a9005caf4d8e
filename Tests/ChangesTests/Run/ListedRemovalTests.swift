import AccessModel
import Changes
import ManagementAPI
import TenantDoubles
import Testing

/// A role is taken from many while its list is still being read.
@Suite("A role taken from many, by its list", .timeLimit(.minutes(5)))
struct ListedRemovalTests {
  private static let role = Role.admin.id
  private static let users = (0..<60).map { UserID("auth0|\($0)") }
  private static let list = ScriptedTenant.Call.call(.listRoleUsers, [role.rawValue])

  private let tenant = ScriptedTenant()
  private let journal: Journal
  private let place: JournalPlace

  init() throws {
    place = try JournalPlace()
    journal = try place.open(tenant: "localhost", now: { .minute(0) })
    tenant.answer(.permissionsOfRole(Self.role), with: [Permission]())
  }

  private static func remove(_ place: Int) -> ScriptedTenant.Call {
    .remove([role], from: users[place], correlation: "run-1.\(place)-1")
  }

  private static func page(_ places: some Sequence<Int>, of total: Int? = nil) -> Page<RoleMember> {
    Page(items: places.map { RoleMember(id: users[$0]) }, start: 0, total: total)
  }

  private static func offset(_ page: Int) -> ScriptedTenant.Call {
    .members(role, page: page, perPage: 100)
  }

  private func expectRemovals(of places: some Sequence<Int>) {
    for place in places { tenant.answer(Self.remove(place), with: WriteReceipt(status: 204)) }
  }

  private func run() async throws -> RunOutcome {
    let engine = ChangeEngine(
      session: Session(tenant: .local, scopes: nil), reader: tenant, writer: tenant,
      journal: journal, person: .ana, inFlight: 2, pause: { _ in }, now: { .minute(0) })
    let plan = Plan(
      id: "run-1", tenant: .local, .remove, .admin, of: Self.users.map { User(id: $0) },
      held: { _ in .held(true) })
    return try await engine.run(plan, control: RunControl()) { _ in }
  }

  @Test("who was seen on it is written before it has come to its end")
  func early() async throws {
    let (written, gate) = AsyncStream.makeStream(of: Void.self)
    tenant.answer(Self.offset(0), with: Self.page(0..<30, of: 150))
    tenant.answer(Self.offset(1)) {
      for await _ in written { break }
      return Self.page(30..<60)
    }
    expectRemovals(of: 0..<29)
    tenant.answer(Self.remove(29)) {
      gate.yield()
      return WriteReceipt(status: 204)
    }
    expectRemovals(of: 30..<60)
    tenant.answer(Self.list, with: [Page<RoleMember>]())
    let outcome = try await run()
    #expect(outcome.isFulfilled)
    #expect(tenant.writes.count == 60)
    tenant.expectNothingLeft()
  }

  @Test("who is not on it is asked for by name before anything is said of them")
  func unlisted() async throws {
    tenant.answer(Self.offset(0), with: Self.page(2..<40, of: 150))
    tenant.answer(Self.offset(1), with: Self.page(38..<60))
    expectRemovals(of: 1..<60)
    // Once while the others are written, and once more before it is said that it was so already.
    for _ in 0..<2 { tenant.answer(.rolesOfUser(Self.users[0]), with: [Role]()) }
    tenant.answer(.rolesOfUser(Self.users[1]), with: [Role.admin])
    tenant.answer(Self.list, with: [Page<RoleMember>]())
    let outcome = try await run()
    #expect(
      outcome.report.outcomes.map(\.state) == [.alreadySo] + Array(repeating: .done, count: 59))
    tenant.expectNothingLeft()
  }

  @Test(
    "where it breaks off, the others are asked for by name, and what cannot be read is not written")
  func brokenList() async throws {
    tenant.answer(Self.offset(0), with: Self.page(0..<58, of: 150))
    tenant.fail(Self.offset(1), with: APIError(.serverError, .listRoleUsers, status: 503))
    expectRemovals(of: 0..<59)
    tenant.answer(.rolesOfUser(Self.users[58]), with: [Role.admin])
    let error = APIError(.serverError, .listUserRoles, status: 500)
    for _ in 0..<2 { tenant.fail(.rolesOfUser(Self.users[59]), with: error) }
    tenant.answer(Self.list, with: [Page<RoleMember>]())
    let outcome = try await run()
    #expect(
      outcome.report.outcomes.map(\.state) == Array(repeating: .done, count: 59) + [.failed(error)])
    tenant.expectNothingLeft()
  }

  @Test("a list that takes more calls than asking each is not read", arguments: [9_000, nil])
  func longList(total: Int?) async throws {
    tenant.answer(Self.offset(0), with: Self.page([], of: total))
    // How long it is, is asked again each time where the answer did not say.
    if total == nil {
      for _ in 0..<2 { tenant.answer(.members(Self.role, perPage: 1), with: Self.page([])) }
    }
    for user in Self.users {
      tenant.answer(.rolesOfUser(user), with: [Role.admin])
      tenant.answer(.rolesOfUser(user), with: [Role]())
    }
    expectRemovals(of: 0..<60)
    let outcome = try await run()
    #expect(outcome.isFulfilled)
    #expect(!tenant.calls.contains(Self.list))
    tenant.expectNothingLeft()
  }

  @Test("beyond the pages that can be read side by side it is read from its beginning to its end")
  func walk() async throws {
    tenant.answer(Self.offset(0), with: Self.page(0..<5, of: 1_150))
    for number in 1..<10 { tenant.answer(Self.offset(number), with: Self.page([])) }
    tenant.answer(Self.list, with: [Self.page(0..<5), Self.page(5..<60)])
    expectRemovals(of: 0..<60)
    tenant.answer(Self.list, with: [Page<RoleMember>]())
    let outcome = try await run()
    #expect(outcome.isFulfilled)
    tenant.expectNothingLeft()
  }
}
