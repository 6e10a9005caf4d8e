import AccessModel

/// Which entries of the tenant's log tell of the writes that this process made, as far as they were found.
struct LoggedWrites {
  /// After how many accepted calls more the log is looked into: as many as a page of it has.
  private static let pace = 100

  /// What the calls were named of which no entry was found yet.
  private(set) var missing: Set<String> = []
  /// The tenant's time of the first of them.
  private(set) var since: Timestamp?
  /// What the accepted calls were named, by the places of their changes.
  private var names: [Int: String] = [:]
  private var found: [String: String] = [:]
  private var acceptedSinceLook = 0

  /// Takes that a call was accepted.
  mutating func note(_ places: [Int], _ correlation: String, at tenantTime: Timestamp?) {
    for place in places { names[place] = correlation }
    missing.insert(correlation)
    acceptedSinceLook += 1
    if let tenantTime { since = min(since ?? tenantTime, tenantTime) }
  }

  /// Whether it is time to look into the log; not again before so many more calls were accepted.
  mutating func takeTurn() -> Bool {
    guard acceptedSinceLook >= Self.pace else { return false }
    acceptedSinceLook = 0
    return true
  }

  /// Takes entries, by what their calls were named.
  mutating func take(_ entries: [String: String]) {
    found.merge(entries) { first, _ in first }
    missing.subtract(entries.keys)
  }

  /// The entry of a change's write.
  subscript(place: Int) -> String? { names[place].flatMap { found[$0] } }
}
