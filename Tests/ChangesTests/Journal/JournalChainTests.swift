import AccessModel
import Changes
import Testing

@Suite("The journal's chain")
struct JournalChainTests {
  private let place: JournalPlace

  init() throws {
    place = try JournalPlace()
  }

  /// Records 1 (opened), 2 (begun), 3 to 5 (planned), 6 (intent), 7 (answer), 8 (step).
  private func written() async throws {
    let journal = try place.open()
    let run = try await journal.begin(.plan("a"), changes: JournaledChange.removals(3))
    try await run.intend([.first(0)])
    try await run.record([ChangeAnswer.accepted(0)])
    try await run.step(.done)
    let check = try await journal.check()
    #expect(check.holds)
    #expect(check.recordCount == 8)
    #expect(check.head.count == 64)
  }

  @Test(
    "the first record that does not hold is named",
    arguments: [
      (
        "UPDATE record SET body = replace(body, 'Person 1', 'Person 9') WHERE number = 4", 4,
        "altered"
      ),
      ("UPDATE record SET salt = zeroblob(16) WHERE number = 2", 2, "altered"),
      ("UPDATE record SET digest = zeroblob(32) WHERE number = 6", 6, "altered"),
      ("UPDATE record SET hash = zeroblob(32) WHERE number = 6", 6, "unchained"),
      ("DELETE FROM record WHERE number = 3", 4, "missing"),
      ("DELETE FROM record WHERE number = 8", 8, "cutOff"),
      ("DELETE FROM record WHERE number = 1", 2, "missing"),
      ("UPDATE record SET body = NULL, salt = NULL WHERE number = 5", 5, "emptied"),
      ("UPDATE record SET body = NULL WHERE number = 5", 5, "altered"),
      (
        """
        UPDATE record SET (body, salt, digest) = (
          SELECT body, salt, digest FROM record AS other WHERE other.number = 3) WHERE number = 4
        """, 4, "unchained"
      ),
    ])
  func tampering(sql: String, record: Int, kind: String) async throws {
    try await written()
    try place.execute(sql)
    let found = try await place.open().check()
    #expect(found.firstBreak?.record == record)
    #expect(found.firstBreak?.kind.rawValue == kind)
    #expect(found.sentence.contains("\(record)"))
  }

  @Test("a user is forgotten: no byte of any file tells, and the chain still holds")
  func purgeUser() async throws {
    let journal = try place.open()
    let done = try await journal.begin(
      .plan("a"), changes: JournaledChange.removals(3, from: 7_001))
    try await done.intend([.first(1)])
    try await done.step(.done)
    let purge = try await journal.purge(user: UserID("auth0|7002"), by: .ana)
    #expect(purge.recordCount == 2)
    #expect(purge.keptRuns == [])
    let check = try await journal.check()
    #expect(check.holds)
    #expect(check.purgedCount == 2)
    #expect(check.purges.map(\.recordCount) == [2])
    #expect(try await journal.changes(of: done.number).map(\.index) == [0, 2])
    for name in place.temporary.names(in: place.folder) {
      let text = String(
        decoding: place.temporary.bytes(of: place.folder + "/" + name), as: UTF8.self)
      #expect(!text.contains("auth0|7002") && !text.contains("Person 7002"), "\(name)")
    }
  }

  @Test("a run that may go on is not purged, and is named")
  func purgeOpen() async throws {
    let journal = try place.open()
    let run = try await journal.begin(.plan("a"), changes: JournaledChange.removals(1))
    try await run.step(.paused)
    let byUser = try await journal.purge(user: UserID("auth0|0"), by: .ana)
    #expect(byUser.recordCount == 0)
    #expect(byUser.keptRuns == [run.number])
    let byTime = try await journal.purge(before: Timestamp(milliseconds: .max), by: .ana)
    #expect(byTime.keptRuns == [run.number])
    #expect(try await journal.changes(of: run.number).count == 1)
  }

  @Test("runs that ended before a moment go as a whole, and their plans stay applied")
  func purgeBefore() async throws {
    let clock = Countdown()
    let journal = try place.open(now: { clock.earlier() })
    let late = try await journal.begin(.plan("late"), changes: JournaledChange.removals(2))
    try await late.step(.done)
    let moment = clock.earlier()
    let early = try await journal.begin(.plan("early"), changes: JournaledChange.removals(2))
    try await early.step(.done)
    let purge = try await journal.purge(before: moment, by: .ana)
    #expect(purge.recordCount == 4)
    #expect(try await journal.runs().map(\.id) == [late.number])
    #expect(try await journal.check().holds)
    let error = await #expect(throws: JournalError.self) {
      try await journal.begin(.plan("early"), changes: [])
    }
    #expect(error?.code == .alreadyApplied)
    #expect(try await journal.begin(.plan("next"), changes: []).number == RunNumber(3))
  }
}
