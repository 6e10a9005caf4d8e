import AccessModel
import FoundationEssentials
import ManagementAPI

/// The tenant's log since some moment, as far as it could be read.
struct TenantLog: Hashable, Sendable {
  /// How many entries are read at most.
  static let limit = 20_000

  /// Writes of the Management API, the oldest first.
  let entries: [LogEntry]
  /// From when on it is known to be whole.
  let from: Timestamp
  /// Up to when it is known to reach.
  let to: Timestamp

  /// Reads the log since a moment.
  ///
  /// - Throws: `CancellationError` where the task was cancelled.
  static func read(
    since moment: Timestamp, by reader: any AccessReading
  ) async throws -> Fact<TenantLog> {
    do {
      // The tenant's clock may be ahead or behind.
      let start = Timestamp(milliseconds: moment.milliseconds - margin)
      let before = try await reader.logs(
        LogQuery(lucene: "date:[* TO \(start)]", perPage: 1)
      ).items.first
      var entries: [LogEntry] = []
      for try await page in reader.everyLog(after: before?.id) {
        entries += page.items
        guard entries.count <= limit else {
          return .unknown(APIError(.answerTooLarge, .listLogs))
        }
      }
      let dates = entries.compactMap(\.date).map(Timestamp.init)
      // Where nothing is older, the log may have forgotten what there was.
      let from = before == nil ? dates.min() : start
      return .known(
        TenantLog(entries: entries, from: from ?? start, to: dates.max() ?? start))
    } catch {
      return .unknown(try error.asAPIError(.listLogs))
    }
  }

  /// How far clocks may be apart, in milliseconds.
  private static let margin: Int64 = 10 * 60 * 1_000

  /// The entry of a write that was carried out, by what its call was named.
  func entry(ofAny correlations: [String]) -> LogEntry? {
    entries.first { entry in
      guard let name = entry.correlationID, correlations.contains(name) else { return false }
      return entry.call?.status.map { 200..<300 ~= $0 } ?? true
    }
  }

  /// What it tells of attempts of which nobody knows.
  func evidence(for correlations: [String]) -> LogEvidence {
    if let entry = entry(ofAny: correlations) { return .found(logID: entry.id) }
    return .absent(from: from, to: to)
  }

  /// What others decided, the latest of each subject, with when.
  ///
  /// - Parameter plans: The plans whose runs are on record here: their writes are no others'.
  func decisions(
    besides plans: some Sequence<String>
  ) -> [Change.Subject: (entry: String, at: Timestamp)] {
    let ours = Set(plans.map { Correlation.prefix(ofPlan: $0) })
    var decisions: [Change.Subject: (entry: String, at: Timestamp)] = [:]
    for entry in entries {
      guard let call = entry.call, call.status.map({ 200..<300 ~= $0 }) ?? true,
        let date = entry.date
      else { continue }
      if let name = entry.correlationID, let prefix = Correlation.prefix(of: name),
        ours.contains(prefix)
      {
        continue
      }
      for subject in call.subjects { decisions[subject] = (entry.id, Timestamp(date)) }
    }
    return decisions
  }
}

extension LogEntry.Call {
  /// What a write of roles was about, by its path and body; empty where they do not tell.
  var subjects: [Change.Subject] {
    guard method == "post" || method == "delete", let path else { return [] }
    let parts = path.split(separator: "?", maxSplits: 1)[0]
      .split(separator: "/").map { String($0) }
    guard parts.starts(with: ["api", "v2"]) else { return [] }
    let rest = parts.dropFirst(2).map { $0.percentDecoded }
    if rest.count == 3, rest[0] == "users", rest[2] == "roles" {
      return roles.map { .role($0, of: UserID(rest[1])) }
    }
    if rest.count == 5, rest[0] == "organizations", rest[2] == "members", rest[4] == "roles" {
      return roles.map { .organizationRole($0, of: UserID(rest[3]), in: rest[1]) }
    }
    return []
  }
}

extension String {
  /// The text with its `%` escapes taken back; as it is where they are none.
  fileprivate var percentDecoded: String {
    guard utf8.contains(UInt8(ascii: "%")) else { return self }
    var bytes: [UInt8] = []
    var rest = utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2, let value = UInt8(String(Substring(rest.prefix(2))), radix: 16) else {
        return self
      }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self) ?? self
  }
}
