import AccessModel
import FoundationEssentials
import ManagementAPI

/// The tenant's log since some moment, as far as it could be read.
struct TenantLog: Hashable, Sendable {
  /// How many entries are read at most.
  static let limit = 20_000

  /// Writes of the Management API, the oldest first.
  let entries: [LogEntry]
  /// The entries of calls that were carried out, by what these were named.
  private let byName: [String: LogEntry]
  /// From when on it is known to be whole.
  let from: Timestamp
  /// Up to when it is known to reach.
  let to: Timestamp

  init(entries: [LogEntry], from: Timestamp, to: Timestamp) {
    self.entries = entries
    self.from = from
    self.to = to
    let named = entries.lazy.filter(\.isAccepted).compactMap { entry in
      entry.correlationID.map { ($0, entry) }
    }
    byName = Dictionary(named, uniquingKeysWith: { first, _ in first })
  }

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

  /// The entry of a change that was carried out, by what its calls were named.
  ///
  /// Anybody may name a call so: an entry of another call is none.
  func entry(of change: Change, namedAny correlations: [String]) -> String? {
    correlations.lazy.compactMap { byName[$0] }.first { $0.mayTell(of: change) }?.id
  }

  /// What it tells of attempts at a change of which nobody knows.
  func evidence(for change: Change, named correlations: [String]) -> LogEvidence {
    if let entry = entry(of: change, namedAny: correlations) { return .found(logID: entry) }
    return .absent(from: from, to: to)
  }

  /// What others decided, the latest of each subject, with when; one without a date counts as the latest,
  /// for nothing is given back on a guess.
  ///
  /// - Parameter plans: The plans whose runs are on record here: their writes are no others'.
  func decisions(
    besides plans: some Sequence<String>
  ) -> [Change.Subject: (entry: String, at: Timestamp)] {
    let ours = Set(plans.map { Correlation.prefix(ofPlan: $0) })
    var decisions: [Change.Subject: (entry: String, at: Timestamp)] = [:]
    for entry in entries {
      guard let call = entry.call, entry.isAccepted else { continue }
      let date = entry.date.map(Timestamp.init) ?? Timestamp(milliseconds: .max)
      if let name = entry.correlationID, let prefix = Correlation.prefix(of: name),
        ours.contains(prefix)
      {
        continue
      }
      for subject in call.subjects where decisions[subject].map({ $0.at <= date }) ?? true {
        decisions[subject] = (entry.id, date)
      }
    }
    return decisions
  }
}

extension LogEntry {
  /// Whether it can be about the call that made a change, by its method, path and body; one that does not
  /// say may be.
  fileprivate func mayTell(of change: Change) -> Bool {
    guard let call else { return true }
    guard call.method.map({ $0 == change.call.operation.method.rawValue.lowercased() }) ?? true
    else { return false }
    let subjects = call.subjects
    return subjects.isEmpty || subjects.contains(change.subject)
  }
}

extension LogEntry.Call {
  /// What a write of roles or permissions was about, by its path and body; empty where they do not tell.
  var subjects: [Change.Subject] {
    guard method == "post" || method == "delete", let path else { return [] }
    let parts = path.split(separator: "?", maxSplits: 1)[0]
      .split(separator: "/").map { String($0) }
    guard parts.starts(with: ["api", "v2"]) else { return [] }
    let rest = parts.dropFirst(2).map { $0.percentDecoded }
    switch (rest.count, rest.first, rest.last) {
    case (3, "users", "roles"): return roles.map { .role($0, of: UserID(rest[1])) }
    case (3, "roles", "users"): return users.map { .role(RoleID(rest[1]), of: $0) }
    case (3, "users", "permissions"):
      return permissions.map { .permission($0, of: UserID(rest[1])) }
    case (3, "roles", "permissions"):
      return permissions.map { .rolePermission($0, of: RoleID(rest[1])) }
    case (5, "organizations", "roles") where rest[2] == "members":
      return roles.map { .organizationRole($0, of: UserID(rest[3]), in: rest[1]) }
    default: return []
    }
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
