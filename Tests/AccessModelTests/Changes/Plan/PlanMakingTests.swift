import AccessModel
import Testing

@Suite("Making a plan")
struct PlanMakingTests {
  private static func users(_ count: Int) -> [User] {
    (0..<count).map { User(id: UserID("auth0|\($0)")) }
  }

  @Test("of marked roles, with which of them are held")
  func roles() {
    let plan = Plan(
      id: "p", tenant: .production, .remove, [.admin, .viewer], of: .ana, held: [.admin])
    #expect(plan.changes == [.removeRole(.admin, from: .ana), .removeRole(.viewer, from: .ana)])
    #expect(plan.before == [.held(true), .held(false)])
    let unread = Plan(id: "p", tenant: .production, .assign, [.admin], of: .ana, in: .initech)
    #expect(unread.changes == [.assignOrganizationRole(.admin, to: .ana, in: .initech)])
    #expect(unread.before == [.notRead])
  }

  @Test("of roles that were read: only what is held is taken, only what is not held is given")
  func heldAlone() {
    let unread = User(id: UserID("auth0|unread"))
    let unasked = User(id: UserID("auth0|unasked"))
    let users = [User.ana, .bo, unread, unasked]
    let held: [UserID: Fact<[Role]>] = [
      User.ana.id: .known([.admin, .viewer]), User.bo.id: .known([.viewer]),
      unread.id: .unknown(APIError(.notFound, .listUserRoles, status: 404)),
    ]
    let removal = Plan(
      id: "p", tenant: .production, .remove, [.admin, .viewer], of: users, held: held)
    #expect(
      removal.changes == [
        .removeRole(.admin, from: .ana), .removeRole(.viewer, from: .ana),
        .removeRole(.viewer, from: .bo),
      ])
    #expect(removal.before == Array(repeating: .held(true), count: 3))
    let grant = Plan(
      id: "p", tenant: .production, .assign, [.admin, .viewer], of: users, held: held)
    #expect(grant.changes == [.assignRole(.admin, to: .bo)])
    #expect(grant.before == [.held(false)])
  }

  @Test("of everyone in a role, who hold it by the list's own word")
  func members() {
    let members = [
      RoleMember(id: User.ana.id, name: "Ana Lima", email: "ana@acme.example"),
      RoleMember(id: User.bo.id, name: "Bo Chen", email: "bo@acme.example"),
      RoleMember(id: User.ana.id, name: "Ana, on a later page"),
    ]
    let plan = Plan(id: "p", tenant: .production, removing: .admin, fromMembers: members)
    #expect(plan.changes == [.removeRole(.admin, from: .ana), .removeRole(.admin, from: .bo)])
    #expect(plan.before == [.held(true), .held(true)])
  }

  @Test("of an organization's members, in the organization or in the tenant")
  func organization() {
    let within = Plan(
      id: "p", tenant: .production, .remove, .admin, of: [User.ana, .bo], in: .globex)
    #expect(
      within.changes.map(\.identity) == [
        Change.removeOrganizationRole(.admin, from: .ana, in: .globex).identity,
        Change.removeOrganizationRole(.admin, from: .bo, in: .globex).identity,
      ])
    #expect(within.roles(from: User.ana.id).isEmpty)
  }

  @Test("each user's changes are found without looking at the others'")
  func places() {
    let users = Self.users(20_000)
    let plan = Plan(
      id: "p", tenant: .production,
      changes: users.map { .removeRole(.admin, from: $0) }
        + users.map { .removeRole(.viewer, from: $0) } + [.deleteRole(.auditor)])
    #expect(plan.userCount == 20_000)
    #expect(plan.places(of: users[7].id) == [7, 20_007])
    #expect(users.allSatisfy { plan.roles(from: $0.id) == [.admin, .viewer] })
    #expect(plan.places(of: UserID("auth0|nobody")).isEmpty)
  }

  @Test("the same plan is equal, and one of other changes, reasons or findings is not")
  func equality() {
    let plan = Plan(id: "p", tenant: .production, .remove, [.admin], of: .ana, held: [.admin])
    #expect(plan == Plan(id: "p", tenant: .production, .remove, [.admin], of: .ana, held: [.admin]))
    #expect(plan != Plan(id: "p", tenant: .production, .remove, [.admin], of: .ana))
    #expect(plan != Plan(id: "p", tenant: .production, .remove, [.admin], of: .bo, held: [.admin]))
    var other = plan
    other.reason = "SEC-418"
    #expect(plan != other)
  }

  @Test("what is decided both ways is named")
  func contradictions() {
    let plan = Plan(
      id: "p", tenant: .production,
      changes: [
        .removeRole(.admin, from: .ana), .assignRole(.viewer, to: .ana),
        .assignRole(.admin, to: .ana), .removeRole(.admin, from: .bo),
      ])
    #expect(plan.contradictions == [Change.removeRole(.admin, from: .ana).subject])
  }

  @Test("what it is about is counted")
  func summary() {
    let summary = PlanSummary(Plan(id: "p", tenant: .production, changes: Change.samples))
    #expect(summary.changes == Change.samples.count)
    #expect(summary.removals == 6 && summary.grants == 5)
    #expect(summary.users == 1)
    #expect(summary.roles == [.admin])
    #expect(summary.organizations == [.initech])
    #expect(summary.kinds.values.allSatisfy { $0 == 1 })
    let empty = PlanSummary(Plan(id: "p", tenant: .production, changes: []))
    #expect(empty.changes == 0 && empty.roles.isEmpty)
  }

  @Test("of marked users any role that one of them holds can be picked")
  func choices() {
    let cy = UserID("auth0|cy")
    let choices = RoleChoice.choices(
      of: [User.ana.id, User.bo.id, cy],
      held: [
        User.ana.id: .known([.viewer, .admin]), User.bo.id: .known([.admin]),
        cy: .unknown(.closed),
      ])
    #expect(choices.map(\.role) == [.admin, .viewer])
    #expect(choices.map(\.holders) == [[User.ana.id, User.bo.id], [User.ana.id]])
    #expect(choices.map(\.unknown) == [1, 1])
    #expect(RoleChoice.choices(of: [], held: [:]).isEmpty)
  }

  @Test("an undo is offered for 15 minutes")
  func offer() {
    let offer = UndoOffer(run: "run-1", endedAt: .minute(0))
    #expect(offer.stands(at: .minute(0)) && offer.stands(at: .minute(14)))
    #expect(!offer.stands(at: .minute(15)) && !offer.stands(at: .minute(-1)))
  }
}
