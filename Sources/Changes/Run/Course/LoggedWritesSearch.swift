import AccessModel
import ManagementAPI

/// Looks among the newest entries of the tenant's log for those that tell of a run's writes, in a few calls, one
/// after the other: about one for each hundred of them.
struct LoggedWritesSearch: Sendable {
  let reader: any AccessReading
  /// What the calls were named.
  let names: Set<String>
  /// The tenant's time of the first call of the run; `nil` where that is not known.
  let since: Timestamp?

  /// How many pages a search reaches.
  static let reach = 10
  /// How many entries a page has.
  private static let pageSize = 100
  /// How far entries may be dated before the answer of their call, in milliseconds.
  private static let margin: Int64 = 10_000

  /// Looks for them until all are found, or as many calls were made as suffice where nobody else writes much.
  ///
  /// What cannot be read is not found: nothing depends on it.
  ///
  /// - Parameters:
  ///   - limit: How many calls to make at most.
  ///   - take: Takes entries, by what their calls were named.
  func run(atMost limit: Int = Self.reach, _ take: ([String: String]) -> Void) async {
    var missing = names
    for page in 0..<min(limit, Self.reach, names.count / Self.pageSize + 2) {
      let query = LogQuery(lucene: "type:sapi", page: page, perPage: Self.pageSize)
      // Whether it was refused, cancelled or not answered: the run goes on without it.
      guard let items = try? await reader.logs(query).items else { return }
      var entries: [String: String] = [:]
      for entry in items where entry.isAccepted {
        guard let name = entry.correlationID, missing.remove(name) != nil else { continue }
        entries[name] = entry.id
      }
      take(entries)
      guard !missing.isEmpty, !items.isEmpty, !isBefore(items.last) else { return }
    }
  }

  /// Whether an entry is older than the first of them can be.
  private func isBefore(_ entry: LogEntry?) -> Bool {
    guard let since, let date = entry?.date else { return false }
    return Timestamp(date) < Timestamp(milliseconds: since.milliseconds - Self.margin)
  }
}

extension LogEntry {
  /// Whether it tells of a call that was accepted, or does not tell.
  var isAccepted: Bool { call?.status.map { 200..<300 ~= $0 } ?? true }
}
