import AccessModel
import Changes
import TerminalEmulator
import Testing

/// A process is killed by SIGKILL, wherever it may be; what it had said was on record is there.
@Suite("The journal of a process that was killed", .ownThread)
struct JournalCrashTests {
  private let place: JournalPlace

  init() throws {
    place = try JournalPlace()
  }

  @Test(
    "killed after any line, all that was promised is there, and nothing else is in the way",
    arguments: ["run 1", "intent 0", "answer 0", "intent 1", "intent 7", "answer 19", "end"])
  func killed(last: String) async throws {
    let child = try ChildProgram("JournalFixture", [place.folder, "run", "20"])
    let lines = child.lines(upTo: last)
    child.kill()
    #expect(lines.last == last)

    let journal = try place.open()
    #expect(journal.setAside == nil)
    #expect(try await journal.check().holds)
    let summary = try await journal.run(RunNumber(1))
    #expect(summary.state == .interrupted)
    #expect(summary.holder == nil)
    let changes = try await journal.changes(of: RunNumber(1))
    #expect(changes.count == 20)
    for line in lines {
      let words = line.split(separator: " ")
      guard words.count == 2, let index = Int(words[1]) else { continue }
      if words[0] == "intent" { #expect(changes[index].attempts.count == 1) }
      if words[0] == "answer" { #expect(changes[index].wasAccepted) }
    }
    // The records go on one after the other: at most the last attempt is uncertain, none is missing.
    let intents = changes.prefix { !$0.attempts.isEmpty }.count
    #expect(changes.dropFirst(intents).allSatisfy { $0.attempts.isEmpty })
    #expect(changes.prefix(max(0, intents - 1)).allSatisfy { $0.wasAccepted })
    let run = try await journal.goOn(with: RunNumber(1), by: .ana)
    try await run.step(.done)
  }

  @Test("a lock is held while the process lives, is named, and never outlives it")
  func lock() async throws {
    let child = try ChildProgram("JournalFixture", [place.folder, "hold", "1"])
    #expect(child.line() == "run 1")
    let journal = try place.open()
    #expect(try await journal.run(RunNumber(1)).state == .open)
    let error = await #expect(throws: JournalError.self) {
      try await journal.goOn(with: RunNumber(1), by: .ana)
    }
    #expect(error?.code == .heldElsewhere)
    #expect(error?.detail?.contains("of fixture@here since 2025-11-24T16:00:00.000Z") == true)
    child.kill()
    let run = try await journal.goOn(with: RunNumber(1), by: .ana)
    #expect(run.number == RunNumber(1))
  }
}
