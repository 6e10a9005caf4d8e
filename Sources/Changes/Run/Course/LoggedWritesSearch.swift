import AccessModel
import ManagementAPI

/// Looks for the entries of the tenant's log that tell of a run's writes, in a few calls, one after the other:
/// about one for each hundred of them.
struct LoggedWritesSearch: Sendable {
  let reader: any AccessReading
  /// What the calls were named.
  let names: Set<String>
  /// The tenant's time of the first of them; `nil` where that is not known.
  let since: Timestamp?

  /// How many entries a page has.
  private static let pageSize = 100
  /// How many names are looked for among the newest writes: a search reaches 1,000 entries.
  private static let searchLimit = 800
  /// How far entries may be dated before the answer of their call, in milliseconds.
  private static let margin: Int64 = 10_000

  /// Looks for them until all are found, or as many calls were made as suffice where nobody else writes much.
  ///
  /// What cannot be read is not found: nothing depends on it.
  ///
  /// - Parameter take: Takes entries, by what their calls were named.
  func run(_ take: ([String: String]) -> Void) async {
    var missing = names
    do {
      if names.count <= Self.searchLimit {
        try await search { found($0, &missing, take) }
      } else {
        try await walk { found($0, &missing, take) }
      }
    } catch {
      // Whether it was refused, cancelled or not answered: the run has come to its end without it.
    }
  }

  /// Notes what a page has.
  ///
  /// - Returns: Whether there is a reason to read on.
  private func found(
    _ page: [LogEntry], _ missing: inout Set<String>, _ take: ([String: String]) -> Void
  ) -> Bool {
    var entries: [String: String] = [:]
    for entry in page where entry.isAccepted {
      guard let name = entry.correlationID, missing.remove(name) != nil else { continue }
      entries[name] = entry.id
    }
    take(entries)
    return !missing.isEmpty && !page.isEmpty
  }

  /// The newest writes first.
  private func search(_ take: ([LogEntry]) -> Bool) async throws {
    for page in 0..<min(10, names.count / Self.pageSize + 2) {
      let query = LogQuery(lucene: "type:sapi", page: page, perPage: Self.pageSize)
      let items = try await reader.logs(query).items
      guard take(items), !isBefore(items.last) else { return }
    }
  }

  /// From the first of them on.
  private func walk(_ take: ([LogEntry]) -> Bool) async throws {
    guard let start else { return }
    let before = LogQuery(lucene: "date:[* TO \(start)]", perPage: 1)
    guard let first = try await reader.logs(before).items.first else { return }
    var pages = 2 * names.count / Self.pageSize
    for try await page in reader.everyLog(after: first.id) {
      pages -= 1
      guard take(page.items), pages > 0 else { return }
    }
  }

  private var start: Timestamp? {
    since.map { Timestamp(milliseconds: $0.milliseconds - Self.margin) }
  }

  /// Whether an entry is older than the first of them can be.
  private func isBefore(_ entry: LogEntry?) -> Bool {
    guard let start, let date = entry?.date else { return false }
    return Timestamp(date) < start
  }
}

extension LogEntry {
  /// Whether it tells of a call that was accepted, or does not tell.
  var isAccepted: Bool { call?.status.map { 200..<300 ~= $0 } ?? true }
}
