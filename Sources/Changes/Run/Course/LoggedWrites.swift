import AccessModel

/// Which entries of the tenant's log tell of the writes that this process made, as far as they were found.
struct LoggedWrites {
  /// What the accepted calls were named, by the places of their changes.
  private var names: [Int: String] = [:]
  private var found: [String: String] = [:]
  /// The tenant's time of the first of them.
  private(set) var since: Timestamp?

  /// Takes that a call was accepted.
  mutating func note(_ places: [Int], _ correlation: String, at tenantTime: Timestamp?) {
    for place in places { names[place] = correlation }
    if let tenantTime { since = min(since ?? tenantTime, tenantTime) }
  }

  /// Takes entries, by what their calls were named.
  mutating func take(_ entries: [String: String]) {
    found.merge(entries) { first, _ in first }
  }

  /// What the calls of changes were named of which no entry was found yet.
  func missing(_ places: [Int]) -> Set<String> {
    Set(places.compactMap { names[$0] }.filter { found[$0] == nil })
  }

  /// The entry of a change's write.
  subscript(place: Int) -> String? { names[place].flatMap { found[$0] } }
}
