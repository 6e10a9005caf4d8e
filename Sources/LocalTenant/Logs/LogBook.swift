/// The tenant's log, the oldest entry first.
struct LogBook: Sendable {
  private static let most = 100_000

  private(set) var entries: [LogEntry]
  private var serial: Int

  /// A log with these entries, whose ids are in order.
  init(_ entries: [LogEntry] = []) {
    self.entries = entries
    serial = entries.count
  }

  /// Adds an entry, and gives it its id; the oldest tenth goes when there are too many.
  mutating func append(_ entry: LogEntry) {
    var entry = entry
    serial += 1
    entry.id = Self.id(entry.date, serial)
    if entries.count >= Self.most { entries.removeFirst(Self.most / 10) }
    entries.append(entry)
  }

  /// The entry with this id.
  subscript(id: String) -> LogEntry? {
    let place = place(after: id) - 1
    return place >= 0 && entries[place].id == id ? entries[place] : nil
  }

  /// At most `count` entries behind the one with this id; from the first on, where it is nil.
  func entries(after id: String?, count: Int) -> ArraySlice<LogEntry> {
    entries[(id.map(place) ?? 0)...].prefix(count)
  }

  /// The first place whose entry comes after this id.
  private func place(after id: String) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = low + (high - low) / 2
      if entries[middle].id <= id { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// An id of 52 digits, as the real ones have: the moment, and what tells entries of it apart.
  static func id(_ date: Timestamp, _ serial: Int) -> String {
    let digits = date.text.filter(\.isNumber)
    let number = String(serial)
    return "900" + digits + String(repeating: "0", count: max(0, 32 - number.count)) + number
  }
}
