import AccessModel
import Canvas

extension App {
  /// What is to be done at the start, where the tenant is known.
  package mutating func start() -> [Effect] {
    guard session != nil else { return [] }
    return turn { app, turn in app.openScreens(&turn) }
  }

  /// Changes the state by what happened, and says what is to be done outside.
  package mutating func update(_ message: Message) -> [Effect] {
    switch message {
    case .clock(let now, let secondsFromUTC):
      self.now = now
      self.secondsFromUTC = secondsFromUTC
      return []
    case .rateLimit(let limit):
      rateLimit = limit
      return []
    case .opened(let session):
      let isOpen = self.session != nil
      self.session = session
      // What a token may do can become known, or change, while its screens are in use.
      guard !isOpen else { return [] }
      return turn { app, turn in app.openScreens(&turn) }
    case .openingFailed(let explanation):
      openingFailure = explanation
      return []
    case .event(let event):
      return turn { app, turn in app.handle(event, &turn) }
    case .reply(let generation, let reply):
      return turn { app, turn in app.receive(reply, for: generation, &turn) }
    case .finished(let report):
      return turn { app, turn in app.finish(report, &turn) }
    case .update(let update):
      return turn { app, turn in app.take(update, &turn) }
    case .ended(let outcome):
      return turn { app, turn in app.end(outcome, &turn) }
    case .refused(let plan, let explanation):
      return turn { app, turn in app.refuse(plan, explanation, &turn) }
    case .wrote(let plan, let writing):
      wrote(plan, writing)
      return []
    case .exported(let run, let export):
      return turn { app, turn in app.exported(run, export, &turn) }
    case .waited(let wait):
      return turn { app, turn in app.waited(wait, &turn) }
    }
  }

  /// Runs one turn, and gathers what it asks for.
  private mutating func turn(_ body: (inout App, inout Turn) -> Void) -> [Effect] {
    var turn = Turn(now: now, body: AppLayout(size: size).body, lastGeneration: lastGeneration)
    body(&self, &turn)
    lastGeneration = turn.lastGeneration
    var effects = turn.effects
    if let note = turn.notes.last { effects += say(note.kind, note.text) }
    return effects
  }

  /// Shows a sentence, in place of the one before.
  private mutating func say(_ kind: Notice.Kind, _ text: String) -> [Effect] {
    lastNumber += 1
    let notice = Notice(number: lastNumber, kind: kind, text: text)
    self.notice = notice
    return notice.lifetime.map { [.wait($0, .notice(notice.number))] } ?? []
  }

  private mutating func openScreens(_ turn: inout Turn) {
    // A user that was asked for by name is read first; the list behind it is read on the way back.
    withTop { $0.open(&turn) }
  }

  private mutating func waited(_ wait: Wait, _ turn: inout Turn) {
    switch wait {
    case .notice(let number):
      if notice?.number == number { notice = nil }
    case .typing(let key):
      withEach { $0.typingPaused(key, &turn) }
    case .countdown(let generation):
      withEach { $0.countDown(generation, &turn) }
    }
  }

  /// Hands a reply to whoever waits for just this one; a reply that nobody waits for is dropped here.
  private mutating func receive(_ reply: Reply, for generation: Generation, _ turn: inout Turn) {
    if question?.reading == generation, question?.isReading == true {
      receiveFindings(reply, &turn)
      return
    }
    if revisiting?.generation == generation {
      receiveRevisit(reply, &turn)
      return
    }
    withEach { $0.receive(reply, for: generation, &turn) }
  }

  /// Does something with the screen in view.
  mutating func withTop(_ body: (inout any Screen) -> Void) {
    if !path.isEmpty { body(&path[path.count - 1].content) }
  }

  /// Does something with the screen in view, where it is of a kind.
  mutating func withTop<Kind: Screen>(_ kind: Kind.Type, _ body: (inout Kind) -> Void) {
    if !path.isEmpty { path[path.count - 1].change(kind, body) }
  }

  /// Does something with every screen of the path.
  mutating func withEach(_ body: (inout any Screen) -> Void) {
    for index in path.indices { body(&path[index].content) }
  }
}
