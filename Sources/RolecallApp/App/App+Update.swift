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
      self.session = session
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
    withTop(&turn, users: { $0.open(&$1) }, user: { $0.open(&$1) })
  }

  private mutating func waited(_ wait: Wait, _ turn: inout Turn) {
    switch wait {
    case .notice(let number):
      if notice?.number == number { notice = nil }
    case .typing(let keystroke):
      withEach(&turn, users: { $0.typingPaused(keystroke, &$1) }, user: { _, _ in })
    case .countdown(let generation):
      withEach(
        &turn, users: { $0.countDown(generation, &$1) }, user: { $0.countDown(generation, &$1) })
    }
  }

  /// Hands a reply to whoever waits for just this one; a reply that nobody waits for is dropped here.
  private mutating func receive(_ reply: Reply, for generation: Generation, _ turn: inout Turn) {
    if dialog?.reading == generation, dialog?.findings == nil {
      receiveFindings(reply, &turn)
      return
    }
    withEach(
      &turn,
      users: { screen, turn in
        guard screen.awaits(generation) else { return }
        switch reply {
        case .users(let found): screen.receive(found, &turn)
        case .failed(let error): screen.fail(error, &turn)
        case .user, .roles, .permissions, .removalFacts: break
        }
      },
      user: { screen, turn in
        if screen.awaits(generation) { screen.receive(reply, for: generation, &turn) }
      })
  }

  /// Does something with the screen in view.
  mutating func withTop(
    _ turn: inout Turn, users: (inout UsersScreen, inout Turn) -> Void,
    user: (inout UserScreen, inout Turn) -> Void
  ) {
    with(screen: path.count - 1, &turn, users: users, user: user)
  }

  /// Does something with every screen of the path.
  mutating func withEach(
    _ turn: inout Turn, users: (inout UsersScreen, inout Turn) -> Void,
    user: (inout UserScreen, inout Turn) -> Void
  ) {
    for index in path.indices { with(screen: index, &turn, users: users, user: user) }
  }

  private mutating func with(
    screen index: Int, _ turn: inout Turn, users: (inout UsersScreen, inout Turn) -> Void,
    user: (inout UserScreen, inout Turn) -> Void
  ) {
    switch path[index] {
    case .users(var screen):
      users(&screen, &turn)
      path[index] = .users(screen)
    case .user(var screen):
      user(&screen, &turn)
      path[index] = .user(screen)
    }
  }
}
