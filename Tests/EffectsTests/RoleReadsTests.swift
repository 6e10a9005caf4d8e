import AccessModel
import RolecallApp
import TenantDoubles
import Testing

@testable import Effects

@Suite("What the screens of roles and APIs ask", .timeLimit(.minutes(5)))
struct RoleReadsTests {
  private static let admin = Role(id: RoleID("rol_admin"), name: "Billing Admin")
  private static let error = APIError(.forbidden, .listRoleUsers, status: 403)
  private static let permission = Permission(
    name: "read:invoices", apiName: "Billing", apiIdentifier: "https://billing.example")

  private let doubles = ScriptedTenant()

  private func replies(to read: Read) async -> [Reply] {
    var replies: [Reply] = []
    await TenantReader(api: doubles, patient: doubles).answer(read) { replies.append($0) }
    doubles.expectNothingLeft()
    return replies
  }

  private static func members(_ range: Range<Int>) -> [RoleMember] {
    range.map { RoleMember(id: UserID("auth0|\($0)")) }
  }

  @Test("the tenant's roles, one of them, what it gives, and the APIs: one call each")
  func plain() async {
    doubles.answer(.call(.listRoles, []), with: [Self.admin])
    #expect(await replies(to: .tenantRoles) == [.roles([Self.admin])])
    doubles.answer(.call(.getRole, ["rol_admin"]), with: Self.admin)
    #expect(await replies(to: .role(Self.admin.id)) == [.role(Self.admin)])
    doubles.answer(.permissionsOfRole(Self.admin.id), with: [Self.permission])
    #expect(await replies(to: .rolePermissions(Self.admin.id)) == [.permissions([Self.permission])])
    doubles.answer(.apis, with: [ResourceServer]())
    #expect(await replies(to: .resourceServers) == [.resourceServers([])])
  }

  @Test("who holds a role comes in parts, and the last says that nobody follows")
  func members() async {
    let call = ScriptedTenant.Call.call(.listRoleUsers, ["rol_admin"])
    doubles.answer(
      call,
      with: [
        Page(items: Self.members(0..<100), start: 0, total: nil),
        Page(items: Self.members(100..<130), start: 100, total: nil),
      ])
    #expect(
      await replies(to: .roleMembers(Self.admin.id)) == [
        .roleMembers(RoleMembersPage(members: Self.members(0..<100), isLast: false)),
        .roleMembers(RoleMembersPage(members: Self.members(100..<130), isLast: false)),
        .roleMembers(RoleMembersPage(members: [], isLast: true)),
      ])
  }

  @Test("a list that cannot be read is never taken for an empty one")
  func unreadable() async {
    doubles.fail(.call(.listRoleUsers, ["rol_admin"]), with: Self.error)
    #expect(await replies(to: .roleMembers(Self.admin.id)) == [.failed(Self.error)])
  }

  @Test("how far a role reaches, each part for itself")
  func reach() async {
    doubles.answer(
      .members(Self.admin.id, perPage: 1),
      with: Page(items: Self.members(0..<1), start: 0, total: 48_210))
    doubles.fail(.permissionsOfRole(Self.admin.id), with: Self.error)
    #expect(
      await replies(to: .roleReach(Self.admin.id)) == [
        .roleReach(RoleReach(holders: .known(48_210), permissions: .unknown(Self.error)))
      ])
  }

  @Test("users are looked up by one search, in which no id can mean anything but itself")
  func lookup() async {
    let ids = [UserID("auth0|1"), UserID("waad|a\" OR name:\"b\\")]
    let query = UserQuery(
      lucene: #"user_id:("auth0|1" OR "waad|a\" OR name:\"b\\")"#, page: 0, perPage: 2)
    let found = [User(id: ids[0])]
    doubles.answer(.users(query), with: Page(items: found, start: 0, total: 1))
    #expect(await replies(to: .usersByID(ids)) == [.usersByID(found)])
    #expect(await replies(to: .usersByID([])) == [.usersByID([])])
  }
}
