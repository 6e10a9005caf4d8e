import AccessModel
import Canvas
import FoundationEssentials

/// A list that is read whole, what a filter leaves of it, and where the person is in that.
struct FilteredList<Item: Filterable>: Hashable, Sendable {
  /// The whole list, as it is read.
  private(set) var whole = Loadable<[Item]>()
  /// What is typed into the filter.
  private(set) var field = TextField()
  /// Whether keys go to the filter.
  var isFieldFocused = false
  /// What the filter leaves.
  private(set) var shown: [Item] = []
  /// Their ids, in the same order.
  private(set) var ids: [Item.ID] = []
  /// Where the person is.
  private(set) var cursor = ListCursor<Item.ID>()

  /// The item under the cursor.
  var current: Item? { cursor.index(in: ids).map { shown[$0] } }

  /// How much of the list is shown, in words.
  func extent(_ noun: String) -> String {
    guard let items = whole.value else { return whole.reading == nil ? "" : "reading…" }
    return field.isEmpty
      ? items.count.of(noun) : "\(shown.count.grouped) of \(items.count.of(noun))"
  }

  /// Reads it, in place of a read under way.
  mutating func read(_ read: Read, _ turn: inout Turn) {
    turn.cancel(whole.reading)
    whole.begin(turn.read(read))
  }

  /// Takes the list; the cursor stays on its row, or begins at the first.
  mutating func succeed(_ items: [Item], at now: Date, visible: Int) {
    let isFirst = whole.value == nil
    whole.succeed(items, at: now)
    refilter(visible: visible)
    if isFirst { cursor.place(at: 0, in: ids, visible: visible) }
  }

  /// Takes a failure, while what is shown stays; a countdown begins where the rate limit is spent.
  mutating func fail(_ error: APIError, _ generation: Generation, _ turn: inout Turn) {
    whole.fail(error)
    if whole.waiting != nil { turn.perform(.wait(.seconds(1), .countdown(generation))) }
  }

  /// A second of a countdown is over: whether it is to be read again now.
  func isDue(_ generation: Generation, _ turn: inout Turn) -> Bool {
    guard whole.waiting == generation, let retryAt = whole.error?.retryAt else { return false }
    guard turn.now < retryAt else { return true }
    turn.perform(.wait(.seconds(1), .countdown(generation)))
    return false
  }

  /// Forgets the read under way; `false` where there is none.
  mutating func abandon(_ turn: inout Turn) -> Bool {
    let isReading = whole.reading != nil || whole.waiting != nil
    turn.cancel(whole.reading)
    whole.abandon()
    return isReading
  }

  /// Moves the cursor.
  mutating func move(_ movement: Movement, visible: Int) {
    cursor.move(movement, in: ids, visible: visible)
  }

  /// Puts the cursor on a row.
  mutating func place(at row: Int, visible: Int) {
    cursor.place(at: row, in: ids, visible: visible)
  }

  /// Keeps the cursor's row in view.
  mutating func reveal(visible: Int) { cursor.reveal(in: ids, visible: visible) }

  /// Takes a key into the filter.
  mutating func type(_ key: Key, visible: Int) {
    guard isFieldFocused else { return }
    let before = field.text
    if field.handle(key), field.text != before { refilter(visible: visible) }
  }

  /// Takes pasted text into the filter.
  mutating func paste(_ text: String, visible: Int) {
    guard isFieldFocused else { return }
    field.paste(text)
    refilter(visible: visible)
  }

  /// Empties the filter; `false` where it was empty.
  mutating func clearFilter(visible: Int) -> Bool {
    isFieldFocused = false
    guard !field.isEmpty else { return false }
    field = TextField()
    refilter(visible: visible)
    return true
  }

  private mutating func refilter(visible: Int) {
    let text = field.text
    shown = (whole.value ?? []).filter { $0.matches(text) }
    ids = shown.map(\.id)
    cursor.follow(ids, visible: visible)
    if cursor.current == nil, !field.isEmpty { cursor.place(at: 0, in: ids, visible: visible) }
  }
}
