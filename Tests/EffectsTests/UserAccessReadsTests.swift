import AccessModel
import RolecallApp
import TenantDoubles
import Testing

@testable import Effects

@Suite("What a user's views ask", .timeLimit(.minutes(5)))
struct UserAccessReadsTests {
  private static let ana = UserID("auth0|1")
  private static let role = Role(id: RoleID("rol_staff"), name: "Employee")
  private static let globex = Organization(
    id: OrganizationID("org_1"), name: "globex", displayName: "Globex")

  private let doubles = ScriptedTenant()

  private func replies(to read: Read) async -> [Reply] {
    var replies: [Reply] = []
    await TenantReader(api: doubles, patient: doubles).answer(read) { replies.append($0) }
    doubles.expectNothingLeft()
    return replies
  }

  @Test("roles through groups, the groups, the organizations and the roles there: one call each")
  func plain() async {
    let effective = [EffectiveRole(role: Self.role, sources: ["groups"])]
    doubles.answer(.call(.listUserEffectiveRoles, ["auth0|1"]), with: effective)
    #expect(await replies(to: .effectiveRoles(Self.ana)) == [.effectiveRoles(effective)])

    let groups = [Group(id: "grp_1", name: "all-staff")]
    doubles.answer(.call(.listUserRoleSourceGroups, ["auth0|1", "rol_staff"]), with: groups)
    #expect(await replies(to: .roleGroups(Self.role.id, of: Self.ana)) == [.groups(groups)])

    doubles.answer(.organizations(Self.ana), with: [Self.globex])
    #expect(await replies(to: .organizations(Self.ana)) == [.organizations([Self.globex])])

    doubles.answer(.call(.listOrganizationMemberRoles, ["org_1", "auth0|1"]), with: [Self.role])
    #expect(
      await replies(to: .organizationRoles(Self.ana, in: Self.globex.id)) == [.roles([Self.role])])
  }

  @Test("what may not be read is a failure, never an empty list")
  func forbidden() async {
    let error = APIError(.forbidden, .listUserEffectiveRoles, status: 403)
    doubles.fail(.call(.listUserEffectiveRoles, ["auth0|1"]), with: error)
    #expect(await replies(to: .effectiveRoles(Self.ana)) == [.failed(error)])
  }
}
