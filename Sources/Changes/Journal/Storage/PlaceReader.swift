import AccessModel
import GRDB

/// Finds the changes of a run that fit a filter, without putting each one's history together.
struct PlaceReader {
  let db: Database
  let run: RunNumber

  /// The places of the changes that fit, in the plan's order.
  func places(where filter: RunFilter) throws -> [Int] {
    let wanted = filter.text.lowercased()
    let trouble = filter.isTroubleAlone ? "AND \(Self.isTrouble)" : ""
    // Names are compared here: SQLite knows the two cases of ASCII alone.
    let texts = wanted.isEmpty ? "" : ", " + Self.texts.joined(separator: ", ")
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT planned.change\(texts) FROM record AS planned
        WHERE planned.kind = 'planned' AND planned.run = ? \(trouble)
        ORDER BY planned.change
        """, arguments: [run.rawValue])
    var places: [Int] = []
    while let row = try rows.next() {
      let place: Int = row[0]
      guard !wanted.isEmpty else {
        places.append(place)
        continue
      }
      let fits = (1...Self.texts.count).contains { column in
        let text: String? = row[column]
        return text?.lowercased().contains(wanted) ?? false
      }
      if fits { places.append(place) }
    }
    return places
  }

  /// What a typed text is looked for in.
  private static let texts = [
    "user.name", "user.user_id", "role.name", "role.id", "permission.permission_name",
    "organization.name", "api.name", "api.identifier",
  ].map { "json_extract(planned.body, '$.planned.\($0)')" }

  /// That a change was tried, or found out about, and is not as the plan wants it.
  ///
  /// What was found last decides; where nothing was found, whether the tenant accepted it.
  private static let isTrouble = """
    coalesce(
      (SELECT json_extract(finding.body, '$.state') FROM record AS finding
       WHERE finding.kind = 'finding' AND finding.run = planned.run
         AND finding.change = planned.change
       ORDER BY finding.number DESC LIMIT 1),
      CASE
        WHEN EXISTS (SELECT 1 FROM record AS answer
          WHERE answer.kind = 'answer' AND answer.run = planned.run
            AND answer.change = planned.change
            AND json_extract(answer.body, '$.result') = 'accepted') THEN 'done'
        WHEN EXISTS (SELECT 1 FROM record AS intent
          WHERE intent.kind = 'intent' AND intent.run = planned.run
            AND intent.change = planned.change) THEN 'unknown'
        ELSE 'done'
      END) NOT IN ('done', 'already_so')
    """
}
