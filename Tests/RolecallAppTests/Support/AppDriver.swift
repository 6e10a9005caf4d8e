import AccessModel
import Canvas
import FoundationEssentials
import GoldenFrames
import RolecallApp
import Testing

/// A person in front of the app, and a tenant behind it: both as plain values.
///
/// It does what the terminal's loop does: after each event it looks at the frame, and where that frame
/// has a new hold, what else came in the same write is thrown away. What the app asks for and no test
/// answers, takes or expects is recorded as an issue when the driver goes away.
final class AppDriver {
  /// The app.
  private(set) var app: App
  /// The tenant that answers; a test may change it between a question and its answer.
  var tenant: FixtureTenant
  /// Reads that have not been answered, in their order.
  private(set) var reads: [(read: Read, generation: Generation)] = []
  /// Reads of which nobody waits for the answer any more.
  private(set) var cancelled: [Read] = []
  /// What else the app asked for, and no test has taken yet.
  private(set) var outbox: [Effect] = []
  /// The size of the terminal.
  private(set) var size: Size

  private var now: Date
  private var timers: [(due: Date, wait: Wait)] = []
  private var painted: InputHold?
  private var isSettling = false
  private let origin: SourceLocation

  /// A person who has just started the program.
  init(
    _ tenant: FixtureTenant = .local, user: UserID? = nil, columns: Int = 80, rows: Int = 24,
    theme: Theme = .dark, isOpen: Bool = true, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    self.tenant = tenant
    self.origin = sourceLocation
    size = Size(columns: columns, rows: rows)
    now = FixtureTenant.now
    app = App(
      session: isOpen ? tenant.session : nil, title: "opening…", user: user, run: "run", now: now,
      size: size, theme: theme)
    take(app.start())
  }

  deinit {
    for effect in outbox {
      Issue.record("the app asked for this, and no test took it: \(effect)", sourceLocation: origin)
    }
    for (read, generation) in reads {
      Issue.record(
        "read \(generation.number) was left unanswered: \(read)", sourceLocation: origin)
    }
    for (_, wait) in timers {
      if case .notice = wait { continue }
      Issue.record("this wait was left: \(wait)", sourceLocation: origin)
    }
  }

  // MARK: What a person does

  /// Presses keys one after the other, each long after the one before: `jj<enter>d`.
  func press(_ notation: String, sourceLocation: SourceLocation = #_sourceLocation) {
    for key in keys(notation, sourceLocation) { write([.key(key)]) }
  }

  /// Presses one key.
  func type(_ key: Key) { write([.key(key)]) }

  /// Presses keys so fast that they arrive in one write.
  func burst(_ notation: String, sourceLocation: SourceLocation = #_sourceLocation) {
    write(keys(notation, sourceLocation).map(Event.key))
  }

  /// Pastes a text.
  func paste(_ text: String) { write([.paste(text)]) }

  /// Clicks on a text that can be seen; on its first cell.
  func click(
    _ text: String, inRowWith row: String? = nil, _ action: Mouse.Action = .click,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let place = try #require(
      self.position(of: text, inRowWith: row), "\(text) cannot be seen",
      sourceLocation: sourceLocation)
    write([.mouse(Mouse(action, at: place))])
  }

  /// Does something with the mouse at a place.
  func mouse(_ action: Mouse.Action, column: Int, row: Int) {
    write([.mouse(Mouse(action, at: Position(column: column, row: row)))])
  }

  /// Gives the terminal another size.
  func resize(columns: Int, rows: Int) {
    size = Size(columns: columns, rows: rows)
    write([.resized(size)])
  }

  /// Comes back from a suspension.
  func resume() {
    painted = nil
    isSettling = false
    write([.resumed])
  }

  /// Lets the frame stand until its hold has settled.
  func settle(sourceLocation: SourceLocation = #_sourceLocation) {
    guard let painted, isSettling else {
      Issue.record("nothing is there to settle", sourceLocation: sourceLocation)
      return
    }
    isSettling = false
    write([.settled(painted)])
  }

  /// Says that a hold has settled, whichever it is.
  func settle(_ hold: InputHold) { write([.settled(hold)]) }

  /// Lets seconds pass, and with them what waits for them.
  func tick(_ seconds: Double) {
    let end = now.addingTimeInterval(seconds)
    while let next = timers.indices.min(by: { timers[$0].due < timers[$1].due }),
      timers[next].due <= end
    {
      let timer = timers.remove(at: next)
      setClock(timer.due)
      send(.waited(timer.wait))
    }
    setClock(end)
  }

  /// Lets anything happen.
  func send(_ message: Message) {
    let before = app
    take(app.update(message), before: before)
    paint()
  }

  // MARK: What can be seen

  /// What the terminal shows.
  var frame: Frame { app.view(size: size) }

  /// The text of the screen in one line, without frames: a sentence can be found over a line's end.
  var seen: String {
    Self.words(of: GoldenFrame(frame).text) + " " + Self.words(of: box)
  }

  private var isCovered: Bool {
    app.dialog != nil || app.planDialog != nil || app.helpScroll != nil
  }

  /// The text within the box that lies above the rest, if there is one.
  private var box: String {
    let frame = frame
    for row in 0..<frame.size.rows where isCovered {
      let cells = frame.row(row).map(\.text)
      guard let left = cells.firstIndex(of: "┌"), let right = cells.lastIndex(of: "┐"),
        app.planDialog != nil || cells[left...].joined().contains("Remove ")
          || app.helpScroll != nil
      else { continue }
      return (row..<frame.size.rows)
        .map { frame.row($0).map(\.text)[left...right].joined() }.joined(separator: "\n")
    }
    return ""
  }

  private static func words(of text: String) -> String {
    text.split(whereSeparator: { " \n│┌┐└┘─".contains($0) }).joined(separator: " ")
  }

  /// Whether a sentence can be read on the screen.
  func shows(_ sentence: String) -> Bool { seen.contains(sentence) }

  /// Where a text begins on the screen.
  func position(of text: String, inRowWith other: String? = nil) -> Position? {
    let frame = frame
    for row in 0..<frame.size.rows {
      let cells = frame.row(row).map(\.text)
      if let other, !cells.joined().contains(other) { continue }
      for column in cells.indices where cells[column...].joined().hasPrefix(text) {
        return Position(column: column, row: row)
      }
    }
    return nil
  }

  // MARK: What the app asked for

  /// Takes the only effect that is neither a read nor a wait.
  func takeEffect(sourceLocation: SourceLocation = #_sourceLocation) -> Effect? {
    if outbox.count != 1 {
      Issue.record("one effect was expected, not \(outbox)", sourceLocation: sourceLocation)
    }
    return outbox.isEmpty ? nil : outbox.removeFirst()
  }

  /// Takes all effects that are neither reads nor waits.
  func takeOutbox() -> [Effect] {
    defer { outbox = [] }
    return outbox
  }

  /// Takes the plan that the app wants carried out; the only thing it asked for.
  func takePlan(sourceLocation: SourceLocation = #_sourceLocation) throws -> Plan {
    let effect = takeEffect(sourceLocation: sourceLocation)
    guard case .run(let plan) = effect else {
      Issue.record("a plan was expected, not \(String(describing: effect))")
      throw Unexpected()
    }
    return plan
  }

  /// Takes the text that the app wants copied; the only thing it asked for.
  func takeCopy(sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
    guard case .copy(let text) = takeEffect(sourceLocation: sourceLocation) else {
      throw Unexpected()
    }
    return text
  }

  /// Takes the reads that are under way, which stay unanswered.
  func takeReads() -> [(read: Read, generation: Generation)] {
    defer { reads = [] }
    return reads
  }

  /// Takes the reads that were cancelled.
  func takeCancelled() -> [Read] {
    defer { cancelled = [] }
    return cancelled
  }

  /// Takes the waits that are under way; those of notices do not count.
  func takeWaits() -> [Wait] {
    defer { timers = [] }
    return timers.map(\.wait).filter { if case .notice = $0 { false } else { true } }
  }

  /// Answers the oldest read that fits; records an issue where there is none.
  func answer(
    _ what: String, where fits: (Read) -> Bool, _ reply: (Read) -> Reply,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard let index = reads.firstIndex(where: { fits($0.read) }) else {
      Issue.record(
        "nothing asks for \(what), but \(reads.map(\.read))", sourceLocation: sourceLocation)
      return
    }
    let (read, generation) = reads.remove(at: index)
    send(.reply(generation, reply(read)))
  }

  /// Answers the oldest read to which there is a reply; records an issue where there is none.
  func answer(
    _ what: String, _ reply: (Read) -> Reply?,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    answer(
      what, where: { reply($0) != nil }, { reply($0) ?? .roles([]) },
      sourceLocation: sourceLocation)
  }

  private struct Unexpected: Error {}

  private func keys(_ notation: String, _ sourceLocation: SourceLocation) -> [Key] {
    guard let keys = [Key](notation: notation) else {
      Issue.record("these are no keys: \(notation)", sourceLocation: sourceLocation)
      return []
    }
    return keys
  }

  /// What the loop does with what came in one write.
  private func write(_ events: [Event]) {
    for event in events {
      let before = app
      take(app.update(.event(event)), before: before)
      if let hold = frame.hold, hold != painted { break }
    }
    paint()
  }

  private func paint() {
    let hold = frame.hold
    guard hold != painted else { return }
    painted = hold
    isSettling = hold != nil
  }

  private func setClock(_ date: Date) {
    now = date
    send(.clock(date, secondsFromUTC: 0))
  }

  private func take(_ effects: [Effect], before: App? = nil) {
    for effect in effects {
      switch effect {
      case .read(let read, let generation):
        reads.append((read, generation))
      case .cancel(let generation):
        guard let index = reads.firstIndex(where: { $0.generation == generation }) else {
          Issue.record("read \(generation.number) is not under way", sourceLocation: origin)
          continue
        }
        cancelled.append(reads.remove(at: index).read)
      case .wait(let duration, let wait):
        timers.append((now.addingTimeInterval(duration / .seconds(1)), wait))
      case .run(let plan), .undo(let plan, _), .retry(let plan, _):
        check(plan, before)
        outbox.append(effect)
      case .resume(let plan, _, let shown):
        // What nothing is sent of needs no question.
        let sends = shown.toSend.map(\.change)
        if !sends.isEmpty, before?.planDialog?.plan.changes != sends {
          Issue.record("a run went on that nobody was asked about: \(plan)", sourceLocation: origin)
        }
        outbox.append(effect)
      case .copy, .suspend, .pauseRun, .goOn, .stopRun, .leaveRun, .writePlan, .exportRun:
        outbox.append(effect)
      }
    }
  }

  /// What must be so whenever anything is removed, in every test.
  private func check(_ plan: Plan, _ before: App?) {
    let one = before?.dialog.map { $0.isArmed && $0.findings != nil && $0.plan.userCount == 1 }
    let many = before?.planDialog.map { dialog in
      let wanted = dialog.rung?.phrase?.text
      return dialog.isArmed && dialog.findings != nil && !dialog.isReading
        && (wanted == nil || dialog.phrase.text == wanted)
    }
    let asked = before?.dialog?.plan ?? before?.planDialog?.plan
    if (one ?? many) != true || asked?.changes != plan.changes || before?.running != nil
      || before?.isTooSmall != false
    {
      Issue.record("a plan ran that nobody was asked about: \(plan)", sourceLocation: origin)
    }
  }
}
