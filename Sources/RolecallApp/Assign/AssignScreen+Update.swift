import AccessModel
import Canvas

extension AssignScreen: Screen {
  var context: Action.Context { .assignRoles }

  var place: [Span] {
    [
      Span("User Management › Users › \(user.displayName) › ", .muted),
      Span("Assign Roles", .accent),
    ]
  }

  var markedCount: Int { marked.count }
  var hiddenMarkCount: Int { hiddenCount }

  mutating func open(_ turn: inout Turn) {
    turn.cancel(roles.reading)
    roles.begin(turn.read(.tenantRoles))
    turn.cancel(held.reading)
    held.begin(turn.read(.roles(user.id)))
    turn.cancel(permissions.reading)
    permissions.begin(turn.read(.permissions(user.id)))
  }

  mutating func refresh(_ turn: inout Turn) {
    abandonGiven(&turn)
    given = [:]
    open(&turn)
  }

  mutating func cancelLoading(_ turn: inout Turn) -> Bool {
    let wasLoading = isLoading || roles.waiting != nil || held.waiting != nil
    for generation in [roles.reading, held.reading, permissions.reading] {
      turn.cancel(generation)
    }
    roles.abandon()
    held.abandon()
    permissions.abandon()
    abandonGiven(&turn)
    return wasLoading
  }

  mutating func receive(_ reply: Reply, for generation: Generation, _ turn: inout Turn) {
    if let role = reading.removeValue(forKey: generation) {
      if case .permissions(let read) = reply { given[role] = .known(read) }
      if case .failed(let error) = reply { given[role] = .unknown(error) }
    } else if roles.reading == generation {
      if case .roles(let read) = reply { roles.succeed(read, at: turn.now) }
      if case .failed(let error) = reply { roles.fail(error) }
    } else if held.reading == generation {
      if case .roles(let read) = reply { held.succeed(read, at: turn.now) }
      if case .failed(let error) = reply { held.fail(error) }
    } else if permissions.reading == generation {
      if case .permissions(let read) = reply { permissions.succeed(read, at: turn.now) }
      if case .failed(let error) = reply { permissions.fail(error) }
    } else {
      return
    }
    if [roles.waiting, held.waiting].contains(generation) {
      turn.perform(.wait(.seconds(1), .countdown(generation)))
    }
    if !isLoading, roles.value != nil { gather(visible: visibleRows(turn)) }
    readGiven(&turn)
  }

  mutating func countDown(_ generation: Generation, _ turn: inout Turn) {
    let error =
      roles.waiting == generation ? roles.error : held.waiting == generation ? held.error : nil
    guard let retryAt = error?.retryAt else { return }
    guard turn.now >= retryAt else {
      turn.perform(.wait(.seconds(1), .countdown(generation)))
      return
    }
    open(&turn)
  }

  mutating func move(_ movement: Movement, _ turn: inout Turn) {
    cursor.move(movement, in: shown.map(\.id), visible: visibleRows(turn))
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
    cursor.reveal(in: shown.map(\.id), visible: visibleRows(turn))
  }

  /// Marks the role under the cursor, or takes its mark away, and goes on to the next row.
  mutating func toggleMark(_ turn: inout Turn) {
    guard let role = current else { return }
    if marked.remove(role.id) == nil { marked.insert(role.id) }
    move(.down, &turn)
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
