import AccessModel
import Canvas
import FoundationEssentials
import RolecallApp
import Testing

@Suite("A role and who holds it")
struct RoleScreenTests {
  private static func crowd(_ count: Int) -> FixtureTenant { .crowd(count, saying: count) }

  @Test("Members come in parts; those read so far are told apart from all")
  func parts() {
    let driver = AppDriver.onTenantRoles(.local.with { $0.holders[Role.auditor.id] = 250 })
    driver.press("<enter>")
    driver.answerRole()
    driver.answerReaches()
    let crowd = Self.crowd(250).members(of: Role.auditor.id)
    driver.sendMembers(Array(crowd[..<100]))
    #expect(driver.shows("100 loaded of 250"))
    // A member that the list names twice is there once.
    driver.sendMembers(Array(crowd[50..<200]))
    #expect(driver.shows("200 loaded of 250"))
    driver.answerMembers(
      .roleMembers(RoleMembersPage(members: Array(crowd[200...]), isLast: true)))
    #expect(driver.shows("250 users"))
    _ = driver.takeReads()
  }

  @Test("What breaks off in the middle is never shown as the whole")
  func brokenOff() {
    let driver = AppDriver.onTenantRoles()
    driver.press("<enter>")
    driver.answerRole()
    driver.answerReaches()
    driver.sendMembers(driver.tenant.members(of: Role.auditor.id))
    driver.answerMembers(.failed(APIError(.interrupted, .listRoleUsers)))
    driver.answerLookups()
    #expect(driver.app.roleScreen?.isComplete == false)
    #expect(driver.shows("15 loaded"))
    #expect(!driver.shows("15 users"))
  }

  @Test("Only members in view are looked up, some at a time, and again only where nobody was")
  func lookups() {
    let driver = AppDriver.onTenantRoles(Self.crowd(400))
    driver.press("<enter>")
    driver.answerRole()
    driver.answerReaches()
    driver.answerMembers()
    func asked() -> [UserID] {
      for case .usersByID(let ids) in driver.reads.map(\.read) { return ids }
      return []
    }
    let first = asked()
    #expect(first.first == UserID("auth0|0"))
    #expect((1...50).contains(first.count))
    driver.answerLookups()
    driver.press("jk")
    #expect(asked().isEmpty)
    driver.press("G")
    #expect(asked().last == UserID("auth0|399"))
    driver.answerLookups()
  }

  @Test("Whoever has not signed in for 90 days is marked, once everybody shown has been looked up")
  func stale() {
    let driver = AppDriver.onRole()
    driver.press("L")
    driver.answerLookups()
    let marked = driver.app.roleScreen?.chosenUsers.map(\.id) ?? []
    let stale = driver.tenant.people.filter { user in
      user.lastLogin.map { FixtureTenant.now.timeIntervalSince($0) > 90 * 86_400 } ?? true
    }
    #expect(marked == stale.map(\.id))
    #expect(driver.shows("Marked \(stale.count) members: no login for 90 days."))
  }

  @Test("Nobody is marked by what could not be looked up")
  func unknown() {
    let driver = AppDriver.onTenantRoles(Self.crowd(200))
    driver.press("<enter>")
    driver.answerRole()
    driver.answerReaches()
    driver.answerMembers()
    driver.answerLookups()
    driver.press("B")
    driver.answerLookups(.failed(APIError(.forbidden, .listUsers, status: 403)))
    #expect(driver.app.roleScreen?.marked.isEmpty == true)
    #expect(driver.shows("Nobody was marked: the members could not be looked up."))
  }

  @Test("Whom the search does not know is not said to have never signed in, and is not marked")
  func unfound() {
    let driver = AppDriver.onTenantRoles()
    driver.press("<enter>")
    driver.answerRole()
    driver.answerReaches()
    driver.answerMembers()
    let found = driver.tenant.people.filter { $0.id != UserID("auth0|1003") }
    driver.answerLookups(.usersByID(found))
    driver.press("jjL")
    #expect(driver.app.roleScreen?.marked.contains(UserID("auth0|1003")) == false)
    #expect(driver.shows("1 member could not be looked up."))
    let row = driver.position(of: "wang@acme.example")?.row ?? 0
    let text = driver.frame.row(row).map(\.text).joined()
    #expect(text.contains("?") && !text.contains("never"))
  }

  @Test(
    "Reading again looks everybody up again, and forgets what a reading that was ended had found")
  func again() {
    let driver = AppDriver.onRole()
    let all = driver.tenant.members(of: Role.billingAdmin.id)
    driver.press("<c-r>")
    driver.sendMembers(all)
    driver.press("<esc>")
    driver.tenant.people.removeAll { $0.id == UserID("auth0|1003") }
    driver.press("<c-r>")
    _ = driver.takeCancelled()
    while driver.reads.contains(where: { if case .role = $0.read { true } else { false } }) {
      driver.answerRole()
    }
    driver.answerReaches()
    while driver.reads.contains(where: { if case .roleMembers = $0.read { true } else { false } }) {
      driver.answerMembers()
    }
    driver.answerLookups()
    #expect(driver.shows("14 users"))
    #expect(driver.position(of: "wang@acme.example") == nil)
  }

  @Test("Marks that the filter hides are counted, and nothing acts on them")
  func hidden() {
    let driver = AppDriver.onRole()
    driver.press("<space><space>/wang<enter>")
    #expect(driver.shows("2 marked · 2 hidden"))
    #expect(driver.app.roleScreen?.chosenUsers == [])
    driver.press("d")
    #expect(driver.app.dialog == nil)
    #expect(driver.shows("Not now: the filter hides everybody who is marked."))
    driver.press("I")
    #expect(driver.app.roleScreen?.chosenUsers.map(\.name) == ["安娜 王"])
    driver.press("U")
    #expect(driver.app.roleScreen?.marked.isEmpty == true)
  }

  @Test(
    "The trash key asks about the role and the user under the cursor, and the row leaves after it")
  func trash() throws {
    let driver = AppDriver.onRole(
      .local.with { $0.held[UserID("auth0|1003")] = [.billingAdmin, .support] })
    driver.press("jjd")
    driver.answerFacts()
    #expect(driver.shows("from 安娜 王"))
    driver.settle()
    driver.press("y")
    let plan = try driver.takePlan()
    #expect(plan.changes.count == 1)
    #expect(plan.roles(from: UserID("auth0|1003")) == [.billingAdmin])
    driver.carryOut(plan)
    driver.answerRole()
    driver.answerReaches()
    #expect(driver.shows("14 users"))
    // Its row is gone, and no other has taken its place under the cursor.
    #expect(driver.app.roleScreen?.currentUser == nil)
    driver.press("d")
    #expect(driver.app.dialog == nil)
  }

  @Test("A click on a row's mark is about that row, whatever is marked")
  func click() throws {
    let driver = AppDriver.onRole()
    driver.press("A")
    try driver.click("✕", inRowWith: "wang@acme.example")
    driver.answerFacts()
    #expect(driver.app.dialog?.user.id == UserID("auth0|1003"))
    driver.press("<esc>")
  }

  @Test("Reading again keeps the cursor and the marks, and drops those who hold it no longer")
  func refresh() {
    let driver = AppDriver.onRole()
    driver.press("j<space><space>")
    driver.tenant.people.remove(at: 2)
    driver.press("<c-r>")
    driver.answerRole()
    driver.answerReaches()
    driver.answerMembers()
    driver.answerLookups()
    #expect(driver.app.roleScreen?.marked.count == 1)
    #expect(driver.app.roleScreen?.currentUser?.id == UserID("auth0|1004"))
  }

  @Test("Esc ends what is being read, and says so")
  func stop() {
    let driver = AppDriver.onTenantRoles()
    driver.press("<enter><esc>")
    #expect(driver.shows("Stopped reading."))
    #expect(driver.app.roleScreen?.isLoading == false)
    _ = (driver.takeReads(), driver.takeCancelled())
  }
}
