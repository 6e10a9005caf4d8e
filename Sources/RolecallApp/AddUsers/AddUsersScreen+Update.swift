import AccessModel
import Canvas

extension AddUsersScreen: Screen {
  var context: Action.Context { list.isFieldFocused ? .searchField : .addUsers }

  var place: [Span] {
    [
      Span("User Management › Roles › \(role.displayName) › ", .muted), Span("Add Users", .accent),
    ]
  }

  var isChoice: Bool { true }
  var markedCount: Int { list.markedCount }
  var hiddenMarkCount: Int { list.hiddenMarkCount }

  mutating func open(_ turn: inout Turn) {
    turn.cancel(given.reading)
    given.begin(turn.read(.rolePermissions(role.id)))
    withList(&turn) { $0.open(&$1) }
  }

  mutating func refresh(_ turn: inout Turn) {
    turn.cancel(lookup?.generation)
    lookup = nil
    lookupError = nil
    forgetHoldings()
    turn.cancel(given.reading)
    given.begin(turn.read(.rolePermissions(role.id)))
    withList(&turn) { $0.refresh(&$1) }
  }

  mutating func cancelLoading(_ turn: inout Turn) -> Bool {
    turn.cancel(lookup?.generation)
    lookup = nil
    turn.cancel(given.reading)
    given.abandon()
    var wasLoading = false
    withList(&turn, readsOn: false) { wasLoading = $0.cancelLoading(&$1) }
    return wasLoading
  }

  mutating func receive(_ reply: Reply, for generation: Generation, _ turn: inout Turn) {
    if lookup?.generation == generation {
      takeLookup(reply)
    } else if given.reading == generation {
      if case .permissions(let read) = reply { given.succeed(read, at: turn.now) }
      if case .failed(let error) = reply { given.fail(error) }
    }
    withList(&turn) { $0.receive(reply, for: generation, &$1) }
  }

  mutating func countDown(_ generation: Generation, _ turn: inout Turn) {
    withList(&turn) { $0.countDown(generation, &$1) }
  }

  mutating func move(_ movement: Movement, _ turn: inout Turn) {
    withList(&turn) { $0.move(movement, &$1) }
  }

  mutating func mark(_ step: MarkStep, _ turn: inout Turn) {
    let holders = holders
    withList(&turn) { $0.mark(step, except: holders, &$1) }
  }

  func obstacle(to step: MarkStep) -> String? {
    step == .toggle ? obstacleToCurrent : list.obstacle(to: step)
  }

  /// Why the user under the cursor cannot be chosen; `nil` where that is possible.
  var obstacleToCurrent: String? {
    guard let user = list.current else { return "no user is under the cursor" }
    return holders.contains(user.id) ? "\(user.displayName) holds the role already" : nil
  }

  mutating func type(_ key: Key, _ turn: inout Turn) {
    withList(&turn) { $0.type(key, &$1) }
  }

  mutating func paste(_ text: String, _ turn: inout Turn) {
    withList(&turn) { $0.paste(text, &$1) }
  }

  mutating func typingPaused(_ key: Generation, _ turn: inout Turn) {
    withList(&turn) { $0.typingPaused(key, &$1) }
  }

  mutating func click(_ position: Position, _ turn: inout Turn) {
    withList(&turn) { $0.click(position, &$1) }
  }

  mutating func focusFilter(_ isFocused: Bool) { list.focusFilter(isFocused) }

  mutating func resize(_ turn: inout Turn) { withList(&turn) { $0.resize(&$1) } }

  /// Does something with the list, which has the rows above what is gained.
  mutating func withList(
    _ turn: inout Turn, readsOn: Bool = true, _ body: (inout UsersScreen, inout Turn) -> Void
  ) {
    var inner = Turn(
      now: turn.now, body: parts(turn.body).list, lastGeneration: turn.lastGeneration)
    body(&list, &inner)
    turn.merge(inner)
    if readsOn { lookOn(&turn) }
  }

  private mutating func takeLookup(_ reply: Reply) {
    switch reply {
    case .holdings(let part):
      take(part.holdings)
      if part.isLast { lookup = nil }
    case .failed(let error):
      lookup = nil
      lookupError = error
    default: break
    }
  }

  /// Reads what the next users hold, some at a time.
  private mutating func lookOn(_ turn: inout Turn) {
    guard lookup == nil, lookupError == nil, list.readAt != nil else { return }
    let visible = list.layout(parts(turn.body).list).visibleRows
    let (users, withPermissions) = wanted(inView: visible)
    guard !users.isEmpty else { return }
    lookup = Lookup(
      generation: turn.read(.holdings(.chosen(users), withPermissions: withPermissions)),
      ids: users.map(\.id))
  }
}
