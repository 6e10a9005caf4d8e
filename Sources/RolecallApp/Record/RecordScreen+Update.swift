import AccessModel
import Canvas

extension RecordScreen: Screen {
  var context: Action.Context { isFieldFocused ? .filterField : .record }

  var place: [Span] { [Span("Changes › ", .muted), Span("Run \(id)", .accent)] }

  mutating func open(_ turn: inout Turn) {
    turn.cancel(summary.reading)
    summary.begin(turn.read(.run(id)))
    cursor.place(at: 0, in: places, visible: visibleRows(turn))
    readOn(&turn)
  }

  mutating func refresh(_ turn: inout Turn) {
    for generation in reading.keys.sorted() { turn.cancel(generation) }
    reading = [:]
    fresh = []
    changesError = nil
    turn.cancel(summary.reading)
    summary.begin(turn.read(.run(id)))
    if !filter.isEmpty { narrow(&turn) }
    readOn(&turn)
  }

  mutating func cancelLoading(_ turn: inout Turn) -> Bool {
    let wasReading = isLoading
    turn.cancel(summary.reading)
    turn.cancel(narrowing.reading)
    for generation in reading.keys.sorted() { turn.cancel(generation) }
    summary.abandon()
    narrowing.abandon()
    reading = [:]
    return wasReading
  }

  mutating func receive(_ reply: Reply, for generation: Generation, _ turn: inout Turn) {
    if let asked = reading.removeValue(forKey: generation) {
      take(reply, asked, &turn)
    } else if summary.reading == generation {
      switch reply {
      case .run(let read): summary.succeed(read, at: turn.now)
      case .failed(let error): summary.fail(error)
      default: break
      }
    } else if narrowing.reading == generation {
      switch reply {
      case .runPlaces(let found):
        narrowing.succeed(found, at: turn.now)
        show(found, &turn)
      case .failed(let error): narrowing.fail(error)
      default: break
      }
    } else {
      return
    }
    readOn(&turn)
  }

  mutating func countDown(_ generation: Generation, _ turn: inout Turn) {}

  /// A run has ended: where it is this one, it is read again.
  mutating func take(_ report: PlanReport, _ turn: inout Turn) {
    if report.plan.id == run.beginning.planID { refresh(&turn) }
  }

  mutating func move(_ movement: Movement, _ turn: inout Turn) {
    cursor.move(movement, in: places, visible: visibleRows(turn))
    readOn(&turn)
  }

  mutating func type(_ key: Key, _ turn: inout Turn) {
    guard isFieldFocused else { return }
    let before = field.text
    guard field.handle(key), field.text != before else { return }
    typing = turn.awaitPauseInTyping()
  }

  mutating func typingPaused(_ key: Generation, _ turn: inout Turn) {
    if typing == key { narrow(&turn) }
  }

  mutating func paste(_ text: String, _ turn: inout Turn) {
    guard isFieldFocused else { return }
    field.paste(text)
    narrow(&turn)
  }

  mutating func widen(_ turn: inout Turn) -> Bool {
    isFieldFocused = false
    guard !filter.isEmpty else { return false }
    field = TextField()
    showsTroubleAlone = false
    narrow(&turn)
    return true
  }

  mutating func resize(_ turn: inout Turn) {
    cursor.reveal(in: places, visible: visibleRows(turn))
    readOn(&turn)
  }

  mutating func focusFilter(_ isFocused: Bool) { isFieldFocused = isFocused }

  /// Shows only what failed, or everything again.
  mutating func toggleTrouble(_ turn: inout Turn) {
    showsTroubleAlone.toggle()
    narrow(&turn)
  }

  /// How many changes are in view.
  func visibleRows(_ turn: Turn) -> Int { max(1, layout(turn.body).visibleRows) }

  /// Finds what the filter leaves, in place of a search under way; without one that is everything.
  private mutating func narrow(_ turn: inout Turn) {
    typing = nil
    turn.cancel(narrowing.reading)
    narrowing.invalidate()
    if filter.isEmpty {
      show(Array(0..<run.progress.total), &turn)
      readOn(&turn)
    } else {
      narrowing.begin(turn.read(.runPlaces(id, filter)))
    }
  }

  private mutating func show(_ found: [Int], _ turn: inout Turn) {
    places = found
    cursor.follow(places, visible: visibleRows(turn))
    if cursor.current == nil { cursor.place(at: 0, in: places, visible: visibleRows(turn)) }
  }

  private mutating func take(_ reply: Reply, _ asked: [Int], _ turn: inout Turn) {
    switch reply {
    case .runChanges(let found):
      changesError = nil
      if histories.count + found.count > Self.kept { keepWhatIsNear(turn) }
      for history in found { histories[history.index] = history }
      fresh.formUnion(asked)
    case .failed(let error):
      changesError = error
    default: break
    }
  }

  /// Asks for the changes in view that have not been read, and for those of a page before and behind.
  private mutating func readOn(_ turn: inout Turn) {
    // One at a time: whoever holds a key down asks for where it stops, not for all on the way.
    guard reading.isEmpty, changesError == nil else { return }
    let wanted = near(turn).filter { !fresh.contains($0) }
    if !wanted.isEmpty { reading[turn.read(.runChanges(id, at: wanted))] = wanted }
  }

  private func near(_ turn: Turn) -> ArraySlice<Int> {
    let visible = visibleRows(turn)
    let first = min(max(0, cursor.offset - visible), places.count)
    return places[first..<min(places.count, first + 3 * visible)]
  }

  private mutating func keepWhatIsNear(_ turn: Turn) {
    let near = Set(near(turn))
    histories = histories.filter { near.contains($0.key) }
    fresh.formIntersection(near)
  }
}
