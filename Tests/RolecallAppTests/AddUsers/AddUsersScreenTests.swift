import AccessModel
import Canvas
import RolecallApp
import Testing

@Suite("Users to assign a role to")
struct AddUsersScreenTests {
  private static let people = FixtureTenant.everybody
  private static let billing = Role.billingAdmin

  @Test("It searches as the list of users does, and the field has the keys")
  func searching() {
    let driver = AppDriver.onAddUsers()
    #expect(driver.shows("Roles › Billing Admin › Add Users"))
    driver.press("wang@acme.example")
    driver.tick(0.25)
    let query = UserQuery(
      lucene: UserSearch("wang@acme.example").lucene, sort: nil, page: 0, perPage: 50)
    #expect(driver.reads.map(\.read) == [.users(UserSearch("wang@acme.example"), query)])
    driver.answerUsers(
      UsersFound(
        exact: [Self.people[2]], page: Page(items: [Self.people[2]], start: 0, total: 1)))
    driver.answerHoldings()
    driver.press("<enter>")
    #expect(driver.app.addUsersScreen?.list.users == [Self.people[2]])
    #expect(driver.app.addUsersScreen?.chosen == [Self.people[2]])
  }

  @Test("Who holds the role is shown as such, and can be neither marked nor chosen")
  func holders() {
    let driver = AppDriver.onAddUsers()
    driver.press("<tab>")
    #expect(driver.position(of: "✓ holds it", inRowWith: "ana@acme.example") != nil)
    #expect(driver.app.addUsersScreen?.chosen == [])
    for (key, words) in [
      ("<space>", "Not now: Ana Lima holds the role already."),
      ("<enter>", "Not now: Ana Lima holds the role already."),
    ] {
      driver.press(key)
      #expect(driver.shows(words))
    }
    driver.press("A")
    driver.answerHoldings()
    #expect(driver.app.addUsersScreen?.chosen.count == 14)
    #expect(driver.app.addUsersScreen?.chosen.contains(Self.people[0]) == false)
  }

  @Test("Where not all holders have been read, those in view are asked about")
  func incomplete() {
    let driver = AppDriver.onTenantRoles()
    driver.press("/billing<enter><enter>")
    driver.answerRole()
    driver.answerReaches()
    driver.press("a")
    driver.answerRolePermissions()
    driver.answerUsers()
    #expect(driver.shows("…"))
    driver.answerHoldings()
    #expect(driver.position(of: "✓ holds it", inRowWith: "ana@acme.example") != nil)
    #expect(driver.position(of: "✓ holds it", inRowWith: "wang@acme.example") == nil)
    _ = driver.takeReads()
  }

  @Test("What one gains is told by name, what several do by totals")
  func gains() {
    let driver = AppDriver.onAddUsers(
      .local.with { $0.held[Self.people[1].id] = [.support] }, columns: 140)
    driver.press("<tab>j")
    driver.answerHoldings()
    #expect(driver.shows("gains 3 permissions:"))
    driver.press("<space><space>")
    driver.answerHoldings(atLeast: 0)
    #expect(driver.shows("Billing Admin to 2 users, who gain 4 permissions"))
    #expect(driver.shows("refund:invoices (Billing API) 2"))
    #expect(driver.shows("read:invoices (Billing API) 1"))
  }

  @Test("Enter asks for a grant to just the marked, and afterwards they are in the role's list")
  func asking() throws {
    let driver = AppDriver.onAddUsers()
    driver.press("<tab>j<space><space>")
    driver.answerHoldings()
    driver.press("<enter>")
    driver.answerFindings()
    driver.settle()
    #expect(driver.shows("GRANTS: assign a role to 2 users"))
    driver.confirm()
    let plan = try driver.takePlan()
    #expect(plan.changes == [1, 2].map { .assignRole(Self.billing, to: Self.people[$0]) })
    #expect(plan.before == [.held(false), .held(false)])
    driver.end(plan)
    driver.press("<esc>")
    #expect(driver.app.roleScreen?.id == Self.billing.id)
    let holders = Self.people.prefix(3).map {
      RoleMember(id: $0.id, name: $0.name, email: $0.email)
    }
    driver.answerMembers(.roleMembers(RoleMembersPage(members: holders, isLast: true)))
    driver.answerRole()
    driver.answerReaches()
    driver.answerLookups()
    driver.press("A")
    #expect(
      driver.app.roleScreen?.chosenUsers.map(\.id) == [0, 1, 2].map { Self.people[$0].id })
  }

  @Test("Enter twice from the field searches, and does not ask about the rows of an older search")
  func enterTwice() {
    let driver = AppDriver.onAddUsers()
    driver.press("j")
    driver.burst("<bs>wang<enter><enter>")
    #expect(driver.app.planDialog == nil)
    #expect(driver.shows("Not now: the search has not been answered yet."))
    _ = (driver.takeReads(), driver.takeWaits())
  }

  @Test("Somebody who turns out to hold the role is not marked any more")
  func turnsOut() {
    let driver = AppDriver.onAddUsers()
    driver.press("<tab>jj<space>")
    driver.tenant.held[Self.people[2].id] = [Self.billing]
    driver.press("U<c-r>")
    driver.answerRolePermissions()
    driver.answerUsers()
    driver.press("k<space>")
    driver.answerHoldings()
    #expect(driver.app.addUsersScreen?.list.marks.isEmpty == true)
    #expect(driver.position(of: "✓ holds it", inRowWith: "wang@acme.example") != nil)
  }

  @Test("What cannot be read about users is said, and not tried again by itself")
  func failure() {
    let driver = AppDriver.onAddUsers()
    driver.press("<tab>j")
    driver.fail(with: FixtureTenant.forbidden(.listUserRoles, "read:roles"))
    #expect(driver.shows("! Not known of everybody: who holds the role, and what is gained"))
    driver.press("j")
    #expect(driver.reads.isEmpty)
  }
}
