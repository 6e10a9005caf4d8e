import AccessModel
import Changes
import Testing

@Suite("A run's changes, found where they are kept")
struct JournalPlacesTests {
  private let place: JournalPlace

  init() throws {
    place = try JournalPlace()
  }

  /// A run of eight: each change stands otherwise, the last was never tried.
  private func run(in journal: Journal) async throws -> RunNumber {
    let run = try await journal.begin(.plan("a"), changes: JournaledChange.removals(8))
    try await run.intend((0..<7).map(ChangeIntent.first))
    try await run.record([ChangeAnswer.accepted(0), .accepted(1), .accepted(2), .accepted(6)])
    try await run.record([
      ChangeAnswer(change: 3, attempt: 1, result: .refused, code: .notFound, status: 404)
    ])
    try await run.record([
      ChangeFinding(change: 0, state: .done),
      ChangeFinding(change: 1, state: .notInEffect),
      ChangeFinding(change: 2, state: .notInEffect), ChangeFinding(change: 2, state: .done),
      ChangeFinding(change: 3, state: .failed), ChangeFinding(change: 4, state: .unknown),
    ])
    try await run.step(.done)
    return run.number
  }

  @Test("trouble is what was tried and is not so, by what was found last")
  func trouble() async throws {
    let journal = try place.open()
    let number = try await run(in: journal)
    let trouble = RunFilter(isTroubleAlone: true)
    // The fifth has neither answer nor finding; the sixth was accepted.
    #expect(try await journal.places(of: number, where: trouble) == [1, 3, 4, 5])
    #expect(try await journal.places(of: number, where: RunFilter()) == Array(0..<8))
    let both = RunFilter(text: "person 3", isTroubleAlone: true)
    #expect(try await journal.places(of: number, where: both) == [3])
    #expect(try await journal.places(of: RunNumber(9), where: trouble).isEmpty)
  }

  @Test(
    "a text is found in names and ids, in any case of any script",
    arguments: [
      ("PERSON 4", [4]), ("auth0|7", [7]), ("billing admin", Array(0..<8)),
      ("rol_admin", Array(0..<8)),
      ("%", []), ("_", Array(0..<9)), ("' OR 1=1 --", []), ("acme", []), ("éva", [8]),
    ])
  func text(_ text: String, _ places: [Int]) async throws {
    let journal = try place.open()
    var changes = JournaledChange.removals(8)
    changes.append(
      JournaledChange(
        ChangeRecord(
          .removeRole(.viewer, from: User(id: UserID("ad|x"), name: "ÉVA")),
          includesEmail: false)))
    let run = try await journal.begin(.plan("a"), changes: changes)
    try await run.step(.done)
    #expect(try await journal.places(of: run.number, where: RunFilter(text: text)) == places)
  }

  @Test(
    "changes are read at any places, in the plan's order; a purged one comes without its change")
  func places() async throws {
    let journal = try place.open()
    let number = try await run(in: journal)
    let found = try await journal.changes(of: number, at: [6, 2, 3, 2])
    #expect(found.map(\.index) == [2, 3, 6])
    #expect(
      found == (try await journal.changes(of: number)).filter { [2, 3, 6].contains($0.index) })
    _ = try await journal.purge(user: UserID("auth0|3"), by: .ana)
    let purged = try await journal.changes(of: number, at: [2, 3, 4])
    #expect(purged.map(\.index) == [2, 3, 4])
    #expect(purged.map { $0.change == nil } == [false, true, false])
    #expect(try await journal.places(of: number, where: RunFilter()) == [0, 1, 2, 4, 5, 6, 7])
  }
}
