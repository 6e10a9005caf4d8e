import AccessModel
import Canvas
import RolecallApp
import Testing

@Suite("What is done about a run on record")
struct RevisitingTests {
  private static let gone = FixtureTenant.local.notFound(.removeUserRoles)

  private static let people = FixtureTenant.everybody.prefix(3)
  private static let plan = Plan(
    id: "plan-7", tenant: FixtureTenant.local.session.tenant,
    changes: people.map { .removeRole(.billingAdmin, from: User(id: $0.id, name: $0.name)) },
    reason: "SEC-418")

  /// Where each change of the run stands: done, never sent, and one of which nobody knows.
  private static func record(_ answers: [ChangeAttempt.Answer?]) -> (RunRecord, TruthNow) {
    var truth = TruthNow()
    let start = Timestamp(FixtureTenant.now)
    let entries = plan.changes.enumerated().map { place, change -> ChangeEntry in
      let answer = answers[place]
      let isDone = answer == .accepted(status: 204)
      truth.states[change.subject] = .known(.held(!isDone))
      if let user = change.user?.id {
        truth.users[user] = .known(
          UserNow(createdAt: Timestamp(milliseconds: 0), isBlocked: false))
      }
      if let role = change.role {
        truth.roles[role.id] = .known(RoleNow(permissions: .known([])))
      }
      return ChangeEntry(
        record: ChangeRecord(change, before: .held(true), includesEmail: false),
        readBefore: .held(true),
        attempts: answer.map { [ChangeAttempt(at: start, correlation: "c", answer: $0)] } ?? [])
    }
    return (
      RunRecord(
        id: plan.id, tenant: plan.tenant.domain, state: .interrupted, startedAt: start,
        entries: entries), truth
    )
  }

  private static func retry(_ answers: [ChangeAttempt.Answer?]) -> RetryOffer {
    let (run, truth) = record(answers)
    return RetryOffer(of: run, RetryPlan(of: run, truth: truth))
  }

  /// What going on with a run comes to, by what answered each of its calls and what a person said.
  static func resume(
    _ answers: [ChangeAttempt.Answer?], said: [Int: ResumeDecision.Answer] = [:]
  ) -> ResumeOffer {
    let (run, truth) = record(answers)
    return ResumeOffer(
      plan,
      ResumePlan(
        of: run, truth: truth, log: [2: .unreadable(APIError(.forbidden, .listLogs))],
        answers: said), answers: said)
  }

  private static let accepted = ChangeAttempt.Answer.accepted(status: 204)
  private static let refused = ChangeAttempt.Answer.refused(.notFound, status: 404)
  static let lost = ChangeAttempt.Answer.lost(.interrupted)

  @Test("r asks about what was never accepted, as a plan of its own")
  func retry() {
    let driver = AppDriver.onRecord(
      FixtureTenant.run(3, found: [.done: 1, .failed: 1]), FixtureTenant.local.withHolders)
    driver.press("r")
    #expect(driver.reads.map(\.read) == [.retryPlan(RunNumber(7))])
    driver.answer("a retry") { read in
      if case .retryPlan = read {
        .retryOffer(Self.retry([Self.accepted, Self.refused, nil]))
      } else {
        nil
      }
    }
    let wanted = Self.plan.changes[1...].map(\.identity)
    #expect(driver.app.planDialog?.plan.changes.map(\.identity) == wanted)
    driver.answerFindings()
    driver.settle()
    #expect(driver.shows("It repeats what of run 7 was never accepted"))
    driver.confirm()
    guard case .retry(let plan, of: RunNumber(7)) = driver.takeEffect() else {
      Issue.record("nothing is repeated")
      return
    }
    #expect(plan.id != "plan-7")
    #expect(plan.changes.map(\.identity) == wanted)
    driver.end(plan)
    _ = driver.takeReads()
  }

  @Test("Where nothing is to be repeated it says so, and asks nothing")
  func nothingToRetry() {
    let driver = AppDriver.onRecord(FixtureTenant.run(3))
    driver.press("r")
    driver.answer("a retry") { read in
      if case .retryPlan = read {
        .retryOffer(Self.retry([Self.accepted, Self.accepted, Self.accepted]))
      } else {
        nil
      }
    }
    #expect(driver.app.planDialog == nil)
    #expect(driver.shows("Nothing of run 7 is to be repeated."))
  }

  private func answer(_ driver: AppDriver, with offer: ResumeOffer) {
    driver.answer("what is left") { read in
      if case .resumePlan = read { .resumeOffer(offer) } else { nil }
    }
  }

  @Test("o shows what going on means, and sends no more than it showed")
  func resume() throws {
    let driver = AppDriver.onRecord(
      FixtureTenant.run(3, state: .interrupted), FixtureTenant.local.withHolders)
    driver.press("o")
    #expect(driver.reads.map(\.read) == [.resumePlan(RunNumber(7))])
    let offer = Self.resume([Self.accepted, nil, Self.accepted])
    answer(driver, with: offer)
    #expect(driver.app.planDialog?.plan.changes == [Self.plan.changes[1]])
    driver.answerFindings()
    driver.settle()
    #expect(driver.shows("It goes on with run 7, by what is so now"))
    #expect(driver.shows("2: done, and not sent again"))
    // What is left of a run is no plan for somebody else.
    #expect(!driver.shows("Write to a file"))
    #expect(driver.app.planDialog?.reason.text == "SEC-418")
    driver.press("y")
    guard case .resume(let plan, of: RunNumber(7), let shown) = driver.takeEffect() else {
      Issue.record("nothing goes on")
      return
    }
    #expect(plan == Self.plan)
    #expect(shown == offer)
    #expect(driver.app.running?.number == RunNumber(7))
    driver.tell(plan, [.done])
    #expect(driver.shows("✓ removed, verified"))
    driver.end(plan, state: .paused)
    _ = driver.takeReads()
  }

  /// The list of what nobody knows, of a run whose last change, or whose last two, got no answer.
  private func deciding(_ answers: [ChangeAttempt.Answer?]) -> AppDriver {
    let driver = AppDriver.onRecord(
      FixtureTenant.run(3, state: .interrupted), FixtureTenant.local.withHolders)
    driver.press("o")
    answer(driver, with: Self.resume(answers))
    return driver
  }

  @Test("What nobody knows is for a person to decide; nothing is sent by saying so")
  func decide() {
    let driver = deciding([Self.accepted, nil, Self.lost])
    #expect(driver.app.decideScreen?.answers == [:])
    #expect(driver.shows("? not decided"))
    #expect(driver.shows("It was sent, no answer came, and it is not so now"))
    driver.press("<enter>")
    #expect(driver.notice == "Not now: nothing is decided yet.")
    driver.press("s")
    #expect(driver.shows("→ send again"))
    driver.press("l")
    #expect(driver.shows("– leave as is"))
    driver.press("s<enter>")
    #expect(driver.outbox.isEmpty)
    #expect(driver.reads.map(\.read) == [.resumePlan(RunNumber(7), answers: [2: .send])])

    let offer = Self.resume([Self.accepted, nil, Self.lost], said: [2: .send])
    answer(driver, with: offer)
    #expect(driver.app.planDialog?.plan.changes == Array(Self.plan.changes[1...]))
    driver.answerFindings()
    driver.settle()
    driver.press("2<tab><tab><enter>")
    #expect(driver.takeEffect() == .resume(Self.plan, of: RunNumber(7), shown: offer))
    // The choice is left once what was chosen begins.
    #expect(driver.app.decideScreen == nil)
    driver.end(Self.plan)
    _ = driver.takeReads()
  }

  @Test("What is left as it is brings the run to its end; what is not decided stays open")
  func leave() {
    let driver = deciding([Self.accepted, Self.accepted, Self.lost])
    driver.press("L<enter>")
    #expect(driver.reads.map(\.read) == [.resumePlan(RunNumber(7), answers: [2: .leave])])
    let offer = Self.resume([Self.accepted, Self.accepted, Self.lost], said: [2: .leave])
    answer(driver, with: offer)
    #expect(driver.takeEffect() == .resume(Self.plan, of: RunNumber(7), shown: offer))
    driver.end(Self.plan)
    _ = driver.takeReads()

    let open = deciding([Self.accepted, Self.accepted, Self.lost])
    open.press("s<enter>")
    // Meanwhile the log could tell nothing more, and the answer did not reach it.
    answer(open, with: Self.resume([Self.accepted, Self.accepted, Self.lost]))
    #expect(open.outbox.isEmpty)
    #expect(open.shows("Nothing of run 7 can be sent:"))
  }

  @Test("Esc leaves the list, and nothing was said")
  func leaveDeciding() {
    let driver = deciding([Self.accepted, nil, Self.lost])
    driver.press("s<esc>")
    #expect(driver.app.decideScreen == nil)
    #expect(driver.app.recordScreen != nil)
    #expect(driver.outbox.isEmpty && driver.reads.isEmpty)
  }

  @Test("A run of which nothing is left is brought to its end without a question")
  func nothingLeft() {
    let driver = AppDriver.onRecord(FixtureTenant.run(3, state: .interrupted))
    driver.press("o")
    let offer = Self.resume([Self.accepted, Self.accepted, Self.accepted])
    driver.answer("what is left") { read in
      if case .resumePlan = read { .resumeOffer(offer) } else { nil }
    }
    #expect(
      driver.takeEffect() == .resume(Self.plan, of: RunNumber(7), shown: offer))
    driver.end(Self.plan)
    _ = driver.takeReads()
  }

  @Test(
    "What cannot be done about a run says why",
    arguments: [
      ("o", RunState.done, nil, "it has come to its end; r repeats what was never accepted"),
      ("r", .interrupted, nil, "the run can still go on: o goes on with it"),
      ("o", .open, "process 7 on laptop", "it is under way: process 7 on laptop"),
    ])
  func obstacles(_ key: String, _ state: RunState, _ holder: String?, _ reason: String) {
    let driver = AppDriver.onRecord(FixtureTenant.run(3, state: state, holder: holder))
    driver.press(key)
    #expect(driver.shows("Not now: \(reason)."))
  }

  @Test("A read-only session repeats nothing and goes on with nothing", arguments: ["r", "o"])
  func readOnly(_ key: String) {
    let tenant = FixtureTenant.local.with { $0.session.isReadOnly = true }
    let driver = AppDriver.onRecord(FixtureTenant.run(3, state: .interrupted), tenant)
    driver.press(key)
    #expect(driver.shows("Not now: this is read-only."))
  }

  @Test("e writes the run to files, wherever it is shown, and says where")
  func export() throws {
    let driver = AppDriver.onRecord()
    driver.press("e")
    #expect(driver.takeEffect() == .exportRun(RunNumber(7)))
    driver.press("<esc>e")
    #expect(driver.takeEffect() == .exportRun(RunNumber(7)))
    driver.send(.exported(RunNumber(7), .written(paths: ["a.csv", "a.json"])))
    #expect(driver.notice == "Run 7 is written to a.csv and a.json.")
    driver.send(
      .exported(RunNumber(7), .failed(Explanation("The disk is full.", "Make room."))))
    #expect(driver.notice == "Run 7 was not written. The disk is full. Make room.")
    #expect(driver.app.notice?.kind == .problem)

    let (running, plan) = try AppDriver.onRun()
    running.press("e")
    #expect(running.shows("Not now: the run is not on record yet."))
    running.tell(plan, [.done])
    running.press("e")
    #expect(running.takeEffect() == .exportRun(RunNumber(7)))
    running.press("r")
    #expect(running.shows("Not now: a run is still under way."))
    running.end(plan) { $0 == 0 ? .done : .failed(Self.gone) }
    running.press("r")
    #expect(running.reads.map(\.read).contains(.retryPlan(RunNumber(7))))
    _ = running.takeReads()
  }

  @Test("Enter on the run under way comes back to its own screen")
  func underWay() throws {
    let (driver, plan) = try AppDriver.onRun()
    driver.tell(plan, [.done])
    driver.press("4")
    driver.answerRuns([FixtureTenant.run(3, state: .open)])
    driver.press("<enter>")
    #expect(driver.shows("Leaving this screen does not stop it."))
    driver.end(plan)
    _ = driver.takeReads()
  }
}
