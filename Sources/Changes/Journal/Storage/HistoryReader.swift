import AccessModel
import GRDB

/// Puts together what the records say of single changes.
enum HistoryReader {
  /// The changes of a run with their attempts and findings; each list in the order of the record.
  static func changes(
    of run: RunNumber, in range: ClosedRange<Int>, from db: Database
  ) throws -> [ChangeHistory] {
    var histories: [Int: ChangeHistory] = [:]
    try each(.planned, of: run, in: range, from: db) { (body: RecordBody<JournaledChange>) in
      guard let index = body.change else { return }
      histories[index] = ChangeHistory(index: index, change: body.content)
    }
    try each(.intent, of: run, in: range, from: db) { (body: RecordBody<ChangeIntent>) in
      let intent = body.content
      histories[intent.change]?.attempts.append(
        ChangeHistory.Attempt(intendedAt: body.at, intent: intent))
    }
    try each(.answer, of: run, in: range, from: db) { (body: RecordBody<ChangeAnswer>) in
      let answer = body.content
      guard
        let index = histories[answer.change]?.attempts.lastIndex(where: {
          $0.intent.attempt == answer.attempt
        })
      else { return }
      histories[answer.change]?.attempts[index].answeredAt = body.at
      histories[answer.change]?.attempts[index].answer = answer
    }
    try each(.finding, of: run, in: range, from: db) { (body: RecordBody<ChangeFinding>) in
      histories[body.content.change]?.findings.append(
        ChangeHistory.Finding(at: body.at, finding: body.content))
    }
    return histories.values.sorted { $0.index < $1.index }
  }

  private static func each<Content: Codable>(
    _ kind: RecordKind, of run: RunNumber, in range: ClosedRange<Int>, from db: Database,
    _ take: (RecordBody<Content>) -> Void
  ) throws {
    let bodies = try String.fetchCursor(
      db,
      sql: """
        SELECT body FROM record WHERE kind = ? AND run = ? AND change BETWEEN ? AND ?
        ORDER BY number
        """, arguments: [kind.rawValue, run.rawValue, range.lowerBound, range.upperBound])
    while let body = try bodies.next() { take(try RecordBody(text: body)) }
  }
}
