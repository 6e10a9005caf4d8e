import AccessModel
import Testing

@Suite("A plan")
struct PlanTests {
  @Test("keeps each change once, in the order in which they were chosen")
  func once() {
    var renamed = Role.admin
    renamed.name = "Renamed since"
    var moved = User.ana
    moved.email = "new@acme.example"
    let plan = Plan(
      id: "p", tenant: .loopback,
      changes: [
        .removeRole(.viewer, from: .ana), .removeRole(.admin, from: .ana),
        .removeRole(renamed, from: .ana), .removeRole(.admin, from: moved),
        .removeRole(.admin, from: .bo), .removeRole(.viewer, from: .ana),
      ])
    let expected: [Change] = [
      .removeRole(.viewer, from: .ana), .removeRole(.admin, from: .ana),
      .removeRole(.admin, from: .bo),
    ]
    #expect(plan.changes == expected)
    #expect(plan.users == [.ana, .bo])
    #expect(plan.roles(from: User.ana.id) == [.viewer, .admin])
    #expect(plan.roles(from: User.bo.id) == [.admin])
    #expect(plan.roles(from: UserID("auth0|nobody")).isEmpty)
  }

  @Test("ids that differ in their bytes alone are two")
  func canonicalEquivalence() {
    // Ids come from elsewhere; these two print the same.
    let ids = ["ad|andr\u{E9}", "ad|andre\u{301}"]
    let plan = Plan(
      id: "p", tenant: .loopback,
      changes: ids.map { .removeRole(.admin, from: User(id: UserID($0))) })
    #expect(plan.changes.count == 2)
  }

  @Test(
    "is fulfilled when all is as wanted",
    arguments: [
      ([.done, .alreadySo], true), ([], true), ([.done, .notInEffect], false),
      ([.failed(.closed)], false), ([.done, .unknown(.closed)], false),
    ] as [([ChangeOutcome.State], Bool)])
  func fulfilled(states: [ChangeOutcome.State], expected: Bool) {
    let change = Change.removeRole(.admin, from: .ana)
    let plan = Plan(id: "p", tenant: .loopback, changes: [change])
    let report = PlanReport(
      plan: plan, outcomes: states.map { ChangeOutcome(change, $0) }, rolesNow: [:])
    #expect(report.isFulfilled == expected)
  }

  @Test("the first error is told, failed or unknown")
  func firstError() {
    let change = Change.removeRole(.admin, from: .ana)
    let plan = Plan(id: "p", tenant: .loopback, changes: [change])
    let lost = APIError(.timedOut, .removeUserRoles)
    func report(_ states: ChangeOutcome.State...) -> PlanReport {
      PlanReport(plan: plan, outcomes: states.map { ChangeOutcome(change, $0) }, rolesNow: [:])
    }
    #expect(report(.done, .notInEffect, .alreadySo).firstError == nil)
    #expect(report(.done, .unknown(lost), .failed(.closed)).firstError == lost)
    #expect(report(.failed(.closed), .unknown(lost)).firstError == .closed)
  }
}
