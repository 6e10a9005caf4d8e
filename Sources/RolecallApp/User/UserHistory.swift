package import AccessModel

/// What the tenant's log tells of a user, the newest first: read a page at a time, as one scrolls.
package struct UserHistory: Hashable, Sendable {
  /// The entries that have been read.
  package internal(set) var list = Loadable<[LogEntry]>()
  /// Where the person is.
  var cursor = ListCursor<String>()
  /// How many entries there are; `nil` where the tenant does not say.
  private(set) var total: Int?
  /// How much of them can be read.
  private(set) var reach = Reach.whole
  /// The page that follows; `nil` where none does.
  private(set) var nextPage: Int?
  /// The page that is being read.
  private var page = 0

  /// The ids of the entries, in the same order.
  private(set) var ids: [String] = []

  /// The entry under the cursor.
  package var current: LogEntry? { cursor.index(in: ids).flatMap { list.value?[$0] } }

  /// Reads it anew; what is known stays meanwhile.
  mutating func read(of user: UserID, _ turn: inout Turn) {
    turn.cancel(list.reading)
    page = 0
    list.begin(turn.read(.userLogs(user, page: 0)))
  }

  /// Reads on where the cursor, or what is in view, comes near the end of what was read.
  mutating func readOn(of user: UserID, visible: Int, _ turn: inout Turn) {
    guard let nextPage, list.reading == nil, list.error == nil else { return }
    guard cursor.offset + 2 * visible >= ids.count else { return }
    page = nextPage
    list.begin(turn.read(.userLogs(user, page: nextPage)))
  }

  /// Forgets the read under way.
  mutating func abandon(_ turn: inout Turn) {
    turn.cancel(list.reading)
    list.abandon()
  }

  /// Takes a reply; `false` where it waits for no such.
  mutating func take(
    _ reply: Reply, for generation: Generation, visible: Int, _ turn: inout Turn
  ) -> Bool {
    guard list.reading == generation else { return false }
    switch reply {
    case .userLogs(let found): take(found, visible: visible, turn)
    case .failed(let error): list.fail(error)
    default: break
    }
    return true
  }

  private mutating func take(_ found: Page<LogEntry>, visible: Int, _ turn: Turn) {
    let isFirst = list.value == nil
    // Entries that came in since the page before have moved others on to this one.
    let known = page == 0 ? [] : Set(ids)
    let entries =
      (page == 0 ? [] : list.value ?? []) + found.items.filter { !known.contains($0.id) }
    list.succeed(entries, at: turn.now)
    (total, reach) = (found.total, found.reach)
    let seen = found.start + found.items.count
    let isLast = found.items.isEmpty || seen >= min(found.total ?? Reach.wall, Reach.wall)
    nextPage = isLast ? nil : page + 1
    ids = entries.map(\.id)
    cursor.follow(ids, visible: visible)
    if isFirst { cursor.place(at: 0, in: ids, visible: visible) }
  }

  /// What is to be said of how much was read; `nil` where that is all of it.
  var note: String? {
    guard let count = list.value?.count, count > 0 else { return nil }
    if nextPage != nil {
      let whole = total.map { " of \($0.grouped)" } ?? ""
      return "\(count.grouped)\(whole) read; older ones come in as one scrolls"
    }
    guard case .first(let wall, let all) = reach else { return nil }
    let whole = all.map { " of \($0.grouped)" } ?? ""
    return "The first \(wall.grouped)\(whole): the API gives no older ones here"
  }
}
