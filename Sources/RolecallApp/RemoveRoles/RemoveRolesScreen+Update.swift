import AccessModel
import Canvas

extension RemoveRolesScreen: Screen {
  var context: Action.Context { list.isFieldFocused ? .filterField : .removeRoles }

  var place: [Span] {
    [
      Span("User Management › Users › \(holdings.people.words) › ", .muted),
      Span("Remove Roles", .accent),
    ]
  }

  var isChoice: Bool { true }
  var markedCount: Int { marks.count }
  var hiddenMarkCount: Int { marks.hiddenCount }

  mutating func open(_ turn: inout Turn) { holdings.read(&turn) }

  mutating func refresh(_ turn: inout Turn) {
    list = FilteredList()
    holdings.read(&turn)
  }

  mutating func cancelLoading(_ turn: inout Turn) -> Bool { holdings.abandon(&turn) }

  mutating func receive(_ reply: Reply, for generation: Generation, _ turn: inout Turn) {
    guard holdings.take(reply, for: generation, at: turn.now) else { return }
    if holdings.isComplete { gather(visible: visibleRows(turn), at: turn.now) }
  }

  mutating func countDown(_ generation: Generation, _ turn: inout Turn) {}

  mutating func move(_ movement: Movement, _ turn: inout Turn) {
    list.move(movement, visible: visibleRows(turn))
  }

  mutating func mark(_ step: MarkStep, _ turn: inout Turn) {
    marks.change(step, at: list.cursor.current, in: list.ids)
    if step == .toggle { move(.down, &turn) }
  }

  func obstacle(to step: MarkStep) -> String? {
    marks.obstacle(to: step, at: list.cursor.current, in: list.ids)
  }

  mutating func type(_ key: Key, _ turn: inout Turn) {
    list.type(key, visible: visibleRows(turn))
    marks.follow(list.ids)
  }

  mutating func paste(_ text: String, _ turn: inout Turn) {
    list.paste(text, visible: visibleRows(turn))
    marks.follow(list.ids)
  }

  mutating func widen(_ turn: inout Turn) -> Bool {
    defer { marks.follow(list.ids) }
    return list.clearFilter(visible: visibleRows(turn))
  }

  mutating func focusFilter(_ isFocused: Bool) { list.isFieldFocused = isFocused }

  mutating func resize(_ turn: inout Turn) { list.reveal(visible: visibleRows(turn)) }
}
