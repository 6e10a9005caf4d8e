import AccessModel
import Canvas
import RolecallApp
import SeededRandomness
import Testing

@Suite("Whatever a person does")
struct AnythingGoesTests {
  private static let keys = [
    "d", "d", "d", "y", "y", "<enter>", "<tab>", "<s-tab>", "<esc>", "<space>", "j", "k", "2",
    "<left>", "<right>", "<down>", "<del>", "?", "/", "<c-r>", "dy", "dd", "<tab><tab><enter>",
    "D", "A", "V", "U", "a",
  ]

  /// Does that many things that chance chooses; whether a question may settle is said.
  private func wander(_ seed: UInt64, steps: Int, canSettle: Bool) -> [Plan] {
    var generator = SeededGenerator(seed: seed)
    let driver = AppDriver.onRoles(columns: 60, rows: 14)
    var plans: [Plan] = []
    for _ in 0..<steps {
      switch Int.random(in: 0..<20, using: &generator) {
      case 0: driver.paste("dy\n")
      case 1: driver.resize(columns: [60, 90, 30].randomElement(using: &generator) ?? 60, rows: 14)
      case 2:
        driver.mouse(
          [.click, .doubleClick, .wheelDown].randomElement(using: &generator) ?? .click,
          column: .random(in: 0..<60, using: &generator),
          row: .random(in: 0..<14, using: &generator))
      case 3...5: answer(driver)
      case 6...8 where canSettle:
        if let hold = driver.frame.hold { driver.settle(hold) }
      case 9 where driver.app.running == nil: driver.resume()
      default: driver.burst(Self.keys.randomElement(using: &generator) ?? "d")
      }
      for effect in driver.takeOutbox() {
        if case .run(let plan) = effect {
          plans.append(plan)
          driver.carryOut(plan)
          driver.tenant = .local
        }
      }
    }
    _ = (driver.takeReads(), driver.takeWaits())
    return plans
  }

  private func answer(_ driver: AppDriver) {
    switch driver.reads.first?.read {
    case .users: driver.answerUsers()
    case .user: driver.answerUser()
    case .roles: driver.answerRoles()
    case .permissions: driver.answerPermissions()
    case .effectiveRoles, .roleGroups, .organizations, .organizationRoles: driver.answerBeside()
    case .tenantRoles: driver.answerTenantRoles()
    case .role: driver.answerRole()
    case .roleReach: driver.answerReaches()
    case .rolePermissions: driver.answerRolePermissions()
    case .roleMembers: driver.answerMembers()
    case .usersByID: driver.answerLookups()
    case .holdings: driver.answerHoldings()
    case .resourceServers: driver.answerAPIs()
    case .removalFacts: driver.answerFacts()
    case .planFindings: driver.answerFindings()
    case .runs: driver.answerRuns()
    case .userLogs: driver.answerLog(FixtureTenant.logPage(0, of: 30))
    case .undoPlan, .retryPlan, .resumePlan, .run, .runPlaces, .runChanges, .apiCalls,
      .userSessions, .refreshTokens:
      driver.fail(with: APIError(.notFound, .getRole, status: 404))
    case nil: break
    }
  }

  @Test(
    "No question that never settled is ever confirmed", arguments: 1...8 as ClosedRange<UInt64>)
  func neverSettled(seed: UInt64) {
    #expect(wander(seed, steps: 150, canSettle: false) == [])
  }

  @Test(
    "What runs is what an armed question was about, of one user, and never a thing twice at once",
    arguments: 1...8 as ClosedRange<UInt64>)
  func settled(seed: UInt64) {
    // The driver itself compares each plan with the question that was open.
    for plan in wander(seed, steps: 150, canSettle: true) {
      #expect(plan.users.count == 1)
      #expect(!plan.changes.isEmpty)
    }
  }

  @Test("Some of these walks do confirm something")
  func isNotVain() {
    #expect((1...8).contains { !wander($0, steps: 150, canSettle: true).isEmpty })
  }
}
