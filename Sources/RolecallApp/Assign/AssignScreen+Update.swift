import AccessModel
import Canvas

extension AssignScreen: Screen {
  var context: Action.Context { .assignRoles }

  var place: [Span] {
    [
      Span("User Management › Users › \(holdings.people.words) › ", .muted),
      Span("Assign Roles", .accent),
    ]
  }

  var isChoice: Bool { true }
  var markedCount: Int { marks.count }
  var hiddenMarkCount: Int { marks.hiddenCount }

  mutating func open(_ turn: inout Turn) {
    turn.cancel(roles.reading)
    roles.begin(turn.read(.tenantRoles))
    holdings.read(&turn)
  }

  mutating func refresh(_ turn: inout Turn) {
    abandonGiven(&turn)
    given = [:]
    open(&turn)
  }

  mutating func cancelLoading(_ turn: inout Turn) -> Bool {
    let wasLoading = roles.reading != nil || roles.waiting != nil
    turn.cancel(roles.reading)
    roles.abandon()
    abandonGiven(&turn)
    return holdings.abandon(&turn) || wasLoading
  }

  mutating func receive(_ reply: Reply, for generation: Generation, _ turn: inout Turn) {
    if let role = reading.removeValue(forKey: generation) {
      if case .permissions(let read) = reply { given[role] = .known(read) }
      if case .failed(let error) = reply { given[role] = .unknown(error) }
    } else if roles.reading == generation {
      if case .roles(let read) = reply { roles.succeed(read, at: turn.now) }
      if case .failed(let error) = reply { roles.fail(error) }
      if roles.waiting != nil { turn.perform(.wait(.seconds(1), .countdown(generation))) }
    } else if !holdings.take(reply, for: generation, at: turn.now) {
      return
    }
    if !isLoading, roles.value != nil { gather(visible: visibleRows(turn)) }
    readGiven(&turn)
  }

  mutating func countDown(_ generation: Generation, _ turn: inout Turn) {
    guard roles.waiting == generation, let retryAt = roles.error?.retryAt else { return }
    guard turn.now >= retryAt else {
      turn.perform(.wait(.seconds(1), .countdown(generation)))
      return
    }
    roles.begin(turn.read(.tenantRoles))
  }

  mutating func move(_ movement: Movement, _ turn: inout Turn) {
    cursor.move(movement, in: ids, visible: visibleRows(turn))
    readGiven(&turn)
  }

  mutating func type(_ key: Key, _ turn: inout Turn) {
    let before = field.text
    guard field.handle(key), field.text != before else { return }
    refilter(visible: visibleRows(turn), toFirst: true)
    readGiven(&turn)
  }

  mutating func paste(_ text: String, _ turn: inout Turn) {
    field.paste(text)
    refilter(visible: visibleRows(turn), toFirst: true)
    readGiven(&turn)
  }

  mutating func resize(_ turn: inout Turn) {
    cursor.reveal(in: ids, visible: visibleRows(turn))
  }

  mutating func mark(_ step: MarkStep, _ turn: inout Turn) {
    marks.change(step, at: cursor.current, in: ids)
    if step == .toggle { move(.down, &turn) }
  }

  func obstacle(to step: MarkStep) -> String? {
    current == nil ? "no role is under the cursor" : nil
  }

  /// Asks what the chosen roles give, a few at a time.
  mutating func readGiven(_ turn: inout Turn) {
    let asked = Set(reading.values)
    for role in chosen where given[role.id] == nil && !asked.contains(role.id) {
      guard reading.count < Self.readsAtATime else { return }
      reading[turn.read(.rolePermissions(role.id))] = role.id
    }
  }

  private mutating func abandonGiven(_ turn: inout Turn) {
    for generation in reading.keys.sorted() { turn.cancel(generation) }
    reading = [:]
  }
}
