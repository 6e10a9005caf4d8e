package import AccessModel
import GRDB

extension Journal {
  /// The places in the plan of a run's changes that fit a filter, in their order.
  ///
  /// Changes that were purged are not among them: nothing is known of them that could fit.
  package func places(of number: RunNumber, where filter: RunFilter) async throws -> [Int] {
    try await read { db in try PlaceReader(db: db, run: number).places(where: filter) }
  }

  /// All that is on record of some of a run's changes, in the plan's order; one that was purged comes
  /// without its change.
  ///
  /// - Parameter places: Places in the plan, in any order.
  package func changes(
    of number: RunNumber, at places: [Int]
  ) async throws -> [ChangeHistory] {
    let ranges = Self.ranges(of: places)
    return try await read { db in
      try ranges.flatMap { range in
        let found = try HistoryReader.changes(of: number, in: range, from: db)
        guard found.count < range.count else { return found }
        let known = Set(found.map(\.index))
        let purged = range.filter { !known.contains($0) }
        return (found + purged.map { ChangeHistory(index: $0, change: nil) })
          .sorted { $0.index < $1.index }
      }
    }
  }

  /// Places as ranges of neighbours: each takes its queries once.
  static func ranges(of places: [Int]) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    for place in Set(places).sorted() {
      if let last = ranges.last, place == last.upperBound + 1 {
        ranges[ranges.count - 1] = last.lowerBound...place
      } else {
        ranges.append(place...place)
      }
    }
    return ranges
  }
}
