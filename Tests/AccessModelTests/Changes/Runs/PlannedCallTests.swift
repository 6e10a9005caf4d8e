import AccessModel
import Testing

@Suite("The calls of a plan")
struct PlannedCallTests {
  private static func users(_ count: Int) -> [User] {
    (0..<count).map { User(id: UserID("auth0|\($0)")) }
  }

  @Test("several roles of one user go together, wherever they stand in the plan")
  func together() {
    let plan = Plan(
      id: "p", tenant: .loopback,
      changes: [
        .removeRole(.admin, from: .ana), .removeRole(.admin, from: .bo),
        .removeRole(.viewer, from: .ana), .assignRole(.auditor, to: .ana),
        .removeOrganizationRole(.admin, from: .ana, in: .initech),
        .removeOrganizationRole(.viewer, from: .ana, in: .initech),
        .removeOrganizationRole(.viewer, from: .ana, in: .globex),
        .revokePermission(.of(.billing, "a"), from: .ana),
        .revokePermission(.of(.legacy, "a"), from: .ana),
        .removePermission(.of(.billing, "a"), from: .admin),
        .removePermission(.of(.billing, "b"), from: .admin), .deleteRole(.viewer),
        .deleteRole(.auditor), .revokeAccess(of: .ana),
      ])
    #expect(
      plan.calls(for: plan.changes.indices) == [
        PlannedCall(.removeRolesFromUser, places: [0, 2]),
        PlannedCall(.removeRolesFromUser, places: [1]),
        PlannedCall(.assignRolesToUser, places: [3]),
        PlannedCall(.removeRolesFromMember, places: [4, 5]),
        PlannedCall(.removeRolesFromMember, places: [6]),
        PlannedCall(.revokePermissionsFromUser, places: [7, 8]),
        PlannedCall(.removePermissionsFromRole, places: [9, 10]),
        PlannedCall(.deleteRole, places: [11]), PlannedCall(.deleteRole, places: [12]),
        PlannedCall(.revokeAccess, places: [13]),
      ])
    #expect(
      plan.calls(for: [2, 3]) == [
        PlannedCall(.removeRolesFromUser, places: [2]),
        PlannedCall(.assignRolesToUser, places: [3]),
      ])
    #expect(plan.calls(for: []).isEmpty)
  }

  @Test("a call takes no more than its limit, and nothing is lost or sent twice")
  func limits() {
    let roles = (0..<120).map { Role(id: RoleID("rol_\($0)"), name: "") }
    let plan = Plan(id: "p", tenant: .loopback, .remove, roles, of: .ana)
    let calls = plan.calls(for: plan.changes.indices)
    #expect(calls.map(\.places.count) == [50, 50, 20])
    #expect(calls.flatMap(\.places) == Array(0..<120))
  }

  @Test("one role is given to many users at once only where that is asked for")
  func byRole() {
    let plan = Plan(id: "p", tenant: .loopback, .assign, .admin, of: Self.users(101))
    #expect(plan.calls(for: plan.changes.indices).count == 101)
    let calls = plan.calls(for: plan.changes.indices, assignsByRole: true)
    #expect(calls.map(\.call) == Array(repeating: .assignRoleToUsers, count: 3))
    #expect(calls.map(\.places.count) == [50, 50, 1])
    let removal = Plan(id: "p", tenant: .loopback, .remove, .admin, of: Self.users(3))
    #expect(removal.calls(for: removal.changes.indices, assignsByRole: true).count == 3)
  }

  @Test(
    "the first five of more than a hundred are tried",
    arguments: [(0, []), (1, [1]), (100, [100]), (101, [5, 96]), (5_000, [5, 4_995])])
  func stages(count: Int, sizes: [Int]) {
    let stages = RunStage.stages(of: count)
    #expect(stages.map(\.places.count) == sizes)
    #expect(stages.map(\.isTrial) == (count > 100 ? [true, false] : sizes.map { _ in false }))
    #expect(stages.last?.places.upperBound ?? 0 == count)
  }

  @Test("the rest goes on only where all that was tried holds")
  func trial() {
    let trial = RunStage(places: 0..<5, isTrial: true)
    #expect(trial.allowsRest(after: [.done, .done, .alreadySo, .done, .done]))
    #expect(!trial.allowsRest(after: [.done, .notInEffect]))
    #expect(!trial.allowsRest(after: [.failed(.closed)]))
    #expect(!trial.allowsRest(after: [.unknown(.closed)]))
    #expect(RunStage(places: 0..<5, isTrial: false).allowsRest(after: [.notInEffect]))
  }
}
