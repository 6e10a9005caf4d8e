import AccessModel
import Canvas

extension UsersScreen: Screen {
  var context: Action.Context { isFieldFocused ? .searchField : .users }

  var place: [Span] { [Span("User Management › ", .muted), Span("Users", .accent)] }

  var markedCount: Int { marks.count }
  var hiddenMarkCount: Int { marks.hiddenCount }

  mutating func mark(_ step: MarkStep, _ turn: inout Turn) {
    mark(step, except: [], &turn)
  }

  func obstacle(to step: MarkStep) -> String? {
    marks.obstacle(to: step, at: cursor.current, in: ids)
  }

  /// Changes which users are marked, of whom some cannot be.
  mutating func mark(_ step: MarkStep, except barred: Set<UserID>, _ turn: inout Turn) {
    marks.change(step, at: cursor.current, in: ids, except: barred)
    if step == .toggle { move(.down, &turn) }
  }

  /// Reads the first page of what is searched for; what is shown stays until it is there.
  mutating func open(_ turn: inout Turn) {
    load(target: 0, &turn)
  }

  /// Reads everything that is shown again.
  mutating func refresh(_ turn: inout Turn) {
    load(target: isSuperseded ? 0 : users.count, &turn)
  }

  /// Searches for what the field holds now.
  mutating func searchNow(_ turn: inout Turn) {
    typing = nil
    let typed = UserSearch(field.text)
    guard typed != search || error != nil || (isSuperseded && loading == nil) else { return }
    search = typed
    isSuperseded = true
    load(target: 0, &turn)
  }

  /// Goes on to the next order.
  mutating func sort(_ turn: inout Turn) {
    order = order.next
    isSuperseded = true
    load(target: 0, &turn)
  }

  /// Moves the cursor, and reads on where the end of what was read comes near.
  mutating func move(_ movement: Movement, _ turn: inout Turn) {
    let visible = layout(turn.body).visibleRows
    cursor.move(movement, in: ids, visible: visible)
    continueReading(visible: visible, &turn)
  }

  /// Puts the cursor on a row of the table.
  mutating func place(at row: Int, _ turn: inout Turn) {
    cursor.place(at: row, in: ids, visible: layout(turn.body).visibleRows)
  }

  /// Takes a key that was typed into the field.
  mutating func type(_ key: Key, _ turn: inout Turn) {
    guard isFieldFocused else { return }
    let before = field.text
    if field.handle(key), field.text != before { typing = turn.awaitPauseInTyping() }
  }

  /// Takes pasted text into the field.
  mutating func paste(_ text: String, _ turn: inout Turn) {
    guard isFieldFocused else { return }
    field.paste(text)
    typing = turn.awaitPauseInTyping()
  }

  /// Empties the field and shows everybody again.
  mutating func clearSearch(_ turn: inout Turn) {
    field = TextField()
    isFieldFocused = false
    searchNow(&turn)
  }

  mutating func focusFilter(_ isFocused: Bool) { isFieldFocused = isFocused }

  /// Shows everybody again.
  mutating func widen(_ turn: inout Turn) -> Bool {
    guard !search.text.isEmpty else { return false }
    clearSearch(&turn)
    return true
  }

  /// Searches once typing has paused: only the wait that the last key began counts.
  mutating func typingPaused(_ key: Generation, _ turn: inout Turn) {
    guard typing == key else { return }
    searchNow(&turn)
  }

  /// Ends what is being read; what is shown stays.
  mutating func cancelLoading(_ turn: inout Turn) -> Bool {
    guard let loading else {
      defer { waiting = nil }
      return waiting != nil
    }
    turn.cancel(loading.generation)
    self.loading = nil
    waiting = nil
    return true
  }

  /// Takes a page of users, or a failure.
  mutating func receive(_ reply: Reply, for generation: Generation, _ turn: inout Turn) {
    guard loading?.generation == generation else { return }
    switch reply {
    case .users(let found): take(found, &turn)
    case .failed(let error): fail(error, &turn)
    default: break
    }
  }

  private mutating func take(_ found: UsersFound, _ turn: inout Turn) {
    guard var loading else { return }
    let visible = layout(turn.body).visibleRows
    loading.gathered += loading.query.page == 0 ? found.exact + found.page.items : found.page.items
    let read = found.page.start + found.page.items.count
    let isEnd = found.page.items.isEmpty || found.page.total.map { read >= $0 } ?? false
    let isAtWall = (loading.query.page + 1) * loading.query.perPage >= UserQuery.reachable

    if !loading.isContinuation, loading.gathered.count < loading.target, !isEnd, !isAtWall {
      // A refresh of a long list: gather all of it first, so that no row is missing meanwhile.
      loading.query.page += 1
      loading.generation = turn.read(.users(search, loading.query))
      self.loading = loading
      return
    }
    let isNewSearch = !loading.isContinuation && loading.target == 0
    show(loading.gathered, after: loading.isContinuation ? users : [])
    pagesRead = loading.query.page + 1
    isComplete = isEnd || isAtWall
    total = found.page.total.map { max($0, users.count) }
    error = nil
    waiting = nil
    if !loading.isContinuation {
      readAt = turn.now
      isSuperseded = false
    }
    self.loading = nil
    cursor.follow(ids, visible: visible)
    if isNewSearch, cursor.current == nil { cursor.place(at: 0, in: ids, visible: visible) }
    continueReading(visible: visible, &turn)
  }

  /// Takes a failure; what is shown stays.
  private mutating func fail(_ error: APIError, _ turn: inout Turn) {
    self.error = error
    waiting = nil
    if error.code == .rateLimited, error.retryAt != nil, let generation = loading?.generation {
      waiting = generation
      turn.perform(.wait(.seconds(1), .countdown(generation)))
    }
    loading = nil
  }

  /// A second of a countdown is over: reads again at its end.
  mutating func countDown(_ generation: Generation, _ turn: inout Turn) {
    guard waiting == generation, let retryAt = error?.retryAt else { return }
    if turn.now >= retryAt {
      refresh(&turn)
    } else {
      turn.perform(.wait(.seconds(1), .countdown(generation)))
    }
  }

  /// Fits the list into another number of rows.
  mutating func resize(_ turn: inout Turn) {
    let visible = layout(turn.body).visibleRows
    cursor.reveal(in: ids, visible: visible)
    continueReading(visible: visible, &turn)
  }

  private mutating func load(target: Int, _ turn: inout Turn) {
    turn.cancel(loading?.generation)
    waiting = nil
    let query = UserQuery(
      lucene: search.lucene, sort: order.sort, page: 0, perPage: Self.perPage)
    loading = Loading(
      generation: turn.read(.users(search, query)), isContinuation: false, target: target,
      query: query)
  }

  private mutating func continueReading(visible: Int, _ turn: inout Turn) {
    guard loading == nil, waiting == nil, error == nil, !isSuperseded, !isComplete, readAt != nil
    else { return }
    let lastInView = cursor.offset + visible
    guard lastInView + visible >= users.count else { return }
    let query = UserQuery(
      lucene: search.lucene, sort: order.sort, page: pagesRead, perPage: Self.perPage)
    loading = Loading(
      generation: turn.read(.users(search, query)), isContinuation: true, target: 0, query: query)
  }

  private mutating func show(_ further: [User], after users: [User]) {
    var seen = Set(users.map(\.id))
    let further = further.filter { seen.insert($0.id).inserted }
    self.users = users + further
    ids = self.users.map(\.id)
    rows = rows.prefix(users.count) + further.map(UserRow.init)
    marks.follow(ids)
  }
}
