import Canvas

/// A screen that shows one list of the tenant, read whole, with a filter over it.
protocol ListScreen: Screen {
  /// What the list is of.
  associatedtype Item: Filterable

  /// The list.
  var list: FilteredList<Item> { get set }
  /// Where keys go while they do not go to the filter.
  var rowsContext: Action.Context { get }
  /// What it says of itself.
  var words: ListWords { get }

  /// Where the parts stand.
  func layout(_ body: Rect) -> FilterLayout
  /// Its rows; without a scene only where they stand counts.
  func table(_ scene: Scene?) -> Table
  /// Other rows are in view now.
  mutating func showRows(_ turn: inout Turn)
}

/// What a list says of itself.
struct ListWords {
  /// What one of its items is called.
  var noun: String
  /// What the filter looks at.
  var placeholder: String
  /// What stands there while it is read for the first time.
  var reading: String
  /// What stands there where it has no items.
  var empty: String
  /// What stands there where no item fits the filter.
  var filteredOut: String
}

extension ListScreen {
  var context: Action.Context { list.isFieldFocused ? .filterField : rowsContext }

  mutating func refresh(_ turn: inout Turn) { open(&turn) }

  mutating func cancelLoading(_ turn: inout Turn) -> Bool { list.abandon(&turn) }

  mutating func countDown(_ generation: Generation, _ turn: inout Turn) {
    if list.isDue(generation, &turn) { open(&turn) }
  }

  mutating func move(_ movement: Movement, _ turn: inout Turn) {
    list.move(movement, visible: layout(turn.body).visibleRows)
    showRows(&turn)
  }

  mutating func type(_ key: Key, _ turn: inout Turn) {
    list.type(key, visible: layout(turn.body).visibleRows)
    showRows(&turn)
  }

  mutating func paste(_ text: String, _ turn: inout Turn) {
    list.paste(text, visible: layout(turn.body).visibleRows)
    showRows(&turn)
  }

  mutating func widen(_ turn: inout Turn) -> Bool {
    let didWiden = list.clearFilter(visible: layout(turn.body).visibleRows)
    showRows(&turn)
    return didWiden
  }

  mutating func resize(_ turn: inout Turn) {
    list.reveal(visible: layout(turn.body).visibleRows)
    showRows(&turn)
  }

  mutating func focusFilter(_ isFocused: Bool) { list.isFieldFocused = isFocused }

  mutating func showRows(_ turn: inout Turn) {}

  func layout(_ body: Rect) -> FilterLayout {
    FilterLayout(body: body, hasError: list.whole.error != nil)
  }

  func draw(on frame: inout Frame, in body: Rect, _ scene: Scene) {
    layout(body).draw(list, table(scene), words, on: &frame, scene)
  }

  mutating func click(_ position: Position, _ turn: inout Turn) {
    layout(turn.body).click(position, &list, table(nil))
  }

  func opens(at position: Position, body: Rect) -> Bool {
    table(nil).row(at: position, in: layout(body).table) != nil
  }
}
