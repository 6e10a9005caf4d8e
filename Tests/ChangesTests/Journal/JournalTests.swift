import AccessModel
import Changes
import Testing

@Suite("The journal")
struct JournalTests {
  private let place: JournalPlace

  init() throws {
    place = try JournalPlace()
  }

  @Test("what was written is read back, by the next process as well")
  func readBack() async throws {
    let writing = try place.open()
    let run = try await writing.begin(.plan("a"), changes: JournaledChange.removals(2))
    try await run.intend([.first(0), .first(1)])
    try await run.record([ChangeAnswer.accepted(0)])
    try await run.record([
      ChangeFinding(change: 0, state: .notInEffect, after: ChangeReading(held: true))
    ])
    try await run.record([
      ChangeFinding(change: 0, state: .done, after: ChangeReading(held: false), logID: "log_1")
    ])
    try await run.step(.paused, reason: "401")
    run.close()

    let journal = try place.open()
    #expect(journal.setAside == nil)
    let summary = try await journal.run(run.number)
    #expect(summary.id == RunNumber(1))
    #expect(summary.beginning.changeCount == 2)
    #expect(summary.beginning.appliedBy == .ana)
    #expect(summary.state == .paused)
    #expect(summary.steps.map(\.reason) == ["401"])
    #expect(summary.holder == nil)
    #expect(
      summary.progress == RunSummary.Progress(total: 2, sent: 2, found: [.done: 1], unanswered: 1))

    let changes = try await journal.changes(of: run.number)
    #expect(changes.map(\.change) == JournaledChange.removals(2))
    #expect(changes[0].attempts.map(\.intent) == [.first(0)])
    #expect(changes[0].attempts.map(\.answer) == [.accepted(0)])
    #expect(changes[0].wasAccepted)
    #expect(changes[0].findings.map(\.finding.state) == [.notInEffect, .done])
    #expect(changes[1].attempts.map(\.isUncertain) == [true])
    #expect(!changes[1].wasAccepted)
    #expect(try await journal.changes(of: run.number, from: 1, limit: 1).map(\.index) == [1])
  }

  @Test("no email address is kept, not even one that is handed in")
  func noAddress() async throws {
    let journal = try place.open()
    let run = try await journal.begin(.plan("a"), changes: JournaledChange.removals(3))
    try await run.step(.done)
    let files = place.temporary.names(in: place.folder).map { place.folder + "/" + $0 }
    for file in files {
      let text = String(decoding: place.temporary.bytes(of: file), as: UTF8.self)
      #expect(!text.contains("@acme.example"), "\(file)")
    }
  }

  @Test("a plan is applied once, and its number is not given again")
  func once() async throws {
    let journal = try place.open()
    let run = try await journal.begin(.plan("a"), changes: [])
    try await run.step(.done)
    await #expect(throws: JournalError(.alreadyApplied, path: journal.path, run: run.number)) {
      try await journal.begin(.plan("a"), changes: [])
    }
    #expect(try await journal.run(ofPlan: "a") == run.number)
    #expect(try await journal.run(ofPlan: "b") == nil)
    #expect(try await journal.begin(.plan("b"), changes: []).number == RunNumber(2))
  }

  @Test("one plan runs in one place, and the error says in which")
  func held() async throws {
    let (here, there) = (try place.open(), try place.open())
    let run = try await here.begin(.plan("a"), changes: [])
    #expect(try await there.run(run.number).state == .open)
    let error = await #expect(throws: JournalError.self) {
      try await there.goOn(with: run.number, by: .ana)
    }
    #expect(error?.code == .heldElsewhere)
    #expect(error?.detail == "by process 42 of ana@laptop since 2025-11-24T16:00:00.000Z")
    run.close()
    #expect(try await there.run(run.number).state == .interrupted)
    let resumed = try await there.goOn(with: run.number, by: .ana)
    #expect(try await here.run(run.number).steps.map(\.state) == [.open])
    try await resumed.step(.cancelled)
    let ended = await #expect(throws: JournalError.self) {
      try await there.goOn(with: run.number, by: .ana)
    }
    #expect(ended?.code == .runEnded)
    #expect(place.temporary.names(in: place.folder).filter { $0.contains("run-") } == [])
  }

  @Test("a run that nobody began is unknown")
  func unknown() async throws {
    let journal = try place.open()
    let expected = JournalError(.unknownRun, path: journal.path, run: RunNumber(7))
    await #expect(throws: expected) { try await journal.run(RunNumber(7)) }
    await #expect(throws: expected) { try await journal.goOn(with: RunNumber(7), by: .ana) }
  }

  @Test("runs are listed newest first, by pages, whatever the clock does")
  func list() async throws {
    let clock = Countdown()
    let journal = try place.open(now: { clock.earlier() })
    for plan in 1...5 {
      let run = try await journal.begin(.plan("\(plan)"), changes: [])
      if plan % 2 == 0 { try await run.step(.done) }
    }
    #expect(try await journal.runs(limit: 2).map(\.id.rawValue) == [5, 4])
    #expect(try await journal.runs(before: RunNumber(4), limit: 9).map(\.id.rawValue) == [3, 2, 1])
    #expect(try await journal.openRuns().map(\.id.rawValue) == [5, 3, 1])
    #expect(try await journal.check().holds)
  }

  @Test("many callers at once: all is on record, in each caller's own order")
  func many() async throws {
    let journal = try place.open()
    let run = try await journal.begin(.plan("a"), changes: JournaledChange.removals(300))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for change in 0..<300 {
        group.addTask {
          try await run.intend([.first(change)])
          try await run.record([ChangeAnswer.accepted(change)])
        }
      }
      try await group.waitForAll()
    }
    let changes = try await journal.changes(of: run.number)
    #expect(changes.count == 300)
    #expect(changes.allSatisfy { $0.attempts.count == 1 && $0.wasAccepted })
    #expect(try await journal.check().holds)
    #expect(try await journal.check().recordCount == 1 + 1 + 300 + 600)
  }

  @Test("a caller who is cancelled has it on record nevertheless")
  func cancelled() async throws {
    let journal = try place.open()
    let run = try await journal.begin(.plan("a"), changes: JournaledChange.removals(1))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await run.intend([.first(0)]) }
      group.cancelAll()
      try await group.waitForAll()
    }
    #expect(try await journal.changes(of: run.number)[0].attempts.count == 1)
  }

  @Test("two journals of one file continue one chain")
  func twoWriters() async throws {
    let (one, two) = (try place.open(), try place.open())
    let first = try await one.begin(.plan("a"), changes: JournaledChange.removals(50))
    let second = try await two.begin(.plan("b"), changes: JournaledChange.removals(50))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for change in 0..<50 {
        group.addTask { try await first.intend([.first(change)]) }
        group.addTask { try await second.intend([.first(change)]) }
      }
      try await group.waitForAll()
    }
    #expect(try await one.check().holds)
    #expect(try await two.run(first.number).progress.sent == 50)
    #expect(try await one.run(second.number).progress.sent == 50)
  }

  @Test("ten thousand records are written, read and checked")
  func large() async throws {
    let journal = try place.open()
    let run = try await journal.begin(.plan("a"), changes: JournaledChange.removals(5_000))
    try await run.intend((0..<2_500).map { .first($0) })
    try await run.record((0..<2_500).map { ChangeAnswer.accepted($0) })
    #expect(try await journal.run(run.number).progress.sent == 2_500)
    #expect(try await journal.changes(of: run.number, from: 2_499, limit: 2).count == 2)
    let check = try await journal.check()
    #expect(check.holds)
    #expect(check.recordCount == 10_002)
  }
}

@Suite("What the journal has for going on and taking back")
struct JournalRecordTests {
  private let place: JournalPlace

  init() throws {
    place = try JournalPlace()
  }

  @Test("each change's fate is as it was recorded")
  func fates() async throws {
    let journal = try place.open()
    let earlier = try await journal.begin(.plan("earlier"), changes: [])
    try await earlier.step(.done)
    var beginning = RunBeginning.plan("a", reason: "gone")
    beginning.undoes = earlier.number
    let run = try await journal.begin(beginning, changes: JournaledChange.removals(6))
    try await run.intend((0..<4).map { .first($0) })
    let answers: [ChangeAttempt.Answer] = [
      .accepted(status: 204), .refused(.forbidden, status: 403), .lost(.timedOut),
    ]
    try await run.record(
      answers.enumerated().compactMap { index, answer in
        ChangeAnswer(change: index, attempt: 1, answer, requestID: "req-\(index)")
      })
    try await run.record([
      ChangeFinding(change: 0, state: .done, after: ChangeReading(held: false), logID: "log_0"),
      ChangeFinding(change: 4, state: .alreadySo, after: ChangeReading(held: false)),
    ])
    run.close()

    let record = try await journal.record(of: run.number)
    #expect(record.id == "rc-a")
    #expect(record.tenant == "acme.eu.auth0.com")
    #expect(record.reason == "gone")
    #expect(record.state == .interrupted)
    #expect(record.isOpen)
    #expect(record.undoes == "rc-earlier")
    #expect(record.appliedBy == "ana@laptop")
    let key = Permission.Key(api: "https://billing/", name: "read:bills")
    #expect(record.permissionsThen == [Role.admin.id: [key]])
    #expect(
      record.entries.map(\.fate) == [
        .accepted, .refused(.forbidden), .uncertain, .uncertain, .alreadySo, .notSent,
      ])
    #expect(record.entries[0].attempts[0].answer == .accepted(status: 204))
    #expect(record.entries[0].readBefore == .held(true))
    #expect(record.entries[0].readAfter == .held(false))
    #expect(record.entries[0].logID == "log_0")
    #expect(record.entries[2].attempts[0].answer == .lost(.timedOut))
    #expect(record.entries[2].attempts[0].requestID == "req-2")
    #expect(record.entries[3].uncertainCorrelations == ["rc-3"])
    let change = try record.entries[5].record.change()
    #expect(change.user?.id == UserID("auth0|5"))
  }

  @Test("a run that came to its end is finished, and tells when")
  func finished() async throws {
    let journal = try place.open()
    let run = try await journal.begin(.plan("a"), changes: [])
    #expect(try await journal.record(of: run.number).state == .planned)
    try await run.step(.done)
    let record = try await journal.record(of: run.number)
    #expect(record.state == .finished)
    #expect(record.endedAt == Timestamp(milliseconds: 1_764_000_000_000))
  }
}
