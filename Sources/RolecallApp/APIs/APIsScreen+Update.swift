import AccessModel
import Canvas

extension APIsScreen: Screen {
  var context: Action.Context { list.isFieldFocused ? .filterField : .apis }

  var place: [Span] { [Span("Applications › ", .muted), Span("APIs", .accent)] }

  mutating func open(_ turn: inout Turn) { list.read(.resourceServers, &turn) }

  mutating func refresh(_ turn: inout Turn) { open(&turn) }

  mutating func cancelLoading(_ turn: inout Turn) -> Bool { list.abandon(&turn) }

  mutating func receive(_ reply: Reply, for generation: Generation, _ turn: inout Turn) {
    guard list.whole.reading == generation else { return }
    switch reply {
    case .resourceServers(let servers):
      list.succeed(
        servers.sorted { ($0.name, $0.identifier) < ($1.name, $1.identifier) }, at: turn.now,
        visible: layout(turn.body).visibleRows)
    case .failed(let error):
      list.fail(error, generation, &turn)
    default: break
    }
  }

  mutating func countDown(_ generation: Generation, _ turn: inout Turn) {
    if list.isDue(generation, &turn) { open(&turn) }
  }

  /// A plan changed how an API treats roles.
  mutating func take(_ report: PlanReport, _ turn: inout Turn) {
    if report.plan.changes.contains(where: { $0.kind == .setRBAC }) { open(&turn) }
  }

  mutating func move(_ movement: Movement, _ turn: inout Turn) {
    list.move(movement, visible: layout(turn.body).visibleRows)
  }

  mutating func type(_ key: Key, _ turn: inout Turn) {
    list.type(key, visible: layout(turn.body).visibleRows)
  }

  mutating func paste(_ text: String, _ turn: inout Turn) {
    list.paste(text, visible: layout(turn.body).visibleRows)
  }

  mutating func widen(_ turn: inout Turn) -> Bool {
    list.clearFilter(visible: layout(turn.body).visibleRows)
  }

  mutating func resize(_ turn: inout Turn) { list.reveal(visible: layout(turn.body).visibleRows) }

  mutating func focusFilter(_ isFocused: Bool) { list.isFieldFocused = isFocused }
}
