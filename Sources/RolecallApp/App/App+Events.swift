import AccessModel
import Canvas

extension App {
  /// Takes what the terminal reported.
  mutating func handle(_ event: Event, _ turn: inout Turn) {
    switch event {
    case .resized(let size):
      self.size = size
      // The question stands elsewhere now: nothing typed or clicked before may fall on it.
      disarm()
      var resized = Turn(
        now: now, body: AppLayout(size: size).body, lastGeneration: turn.lastGeneration)
      withEach(&resized, users: { $0.resize(&$1) }, user: { $0.resize(&$1) })
      turn.merge(resized)
    case .resumed:
      disarm()
    case .settled(let hold):
      arm(hold)
    case .key(let key):
      press(key, &turn)
    case .paste(let text):
      paste(text, &turn)
    case .mouse(let mouse):
      handle(mouse, &turn)
    }
  }

  private mutating func press(_ key: Key, _ turn: inout Turn) {
    if key == .control("z") {
      turn.perform(.suspend)
      return
    }
    if openingFailure != nil {
      if [.character("q"), .escape, .enter, .control("c")].contains(key) { isFinished = true }
      return
    }
    if isTooSmall {
      // Nothing can be seen, so nothing can be meant but to leave.
      if key == .escape, dialog != nil { follow(.cancel, &turn) }
      if key == .character("q") || key == .control("c"), dialog == nil { quit(&turn) }
      return
    }
    if helpScroll != nil {
      scrollHelp(key)
      return
    }
    if let session, var dialog {
      let verdict = dialog.press(key, in: session)
      dialog.boundScroll(in: size, session: session)
      self.dialog = dialog
      follow(verdict, &turn)
      return
    }
    dispatch(key, &turn)
  }

  private mutating func dispatch(_ key: Key, _ turn: inout Turn) {
    guard let action = Action.meant(by: key, in: context) else {
      withTop(
        &turn,
        users: { screen, turn in
          if screen.isFieldFocused { _ = screen.type(key, &turn) }
        }, user: { _, _ in })
      return
    }
    attempt(action, &turn)
  }

  private mutating func attempt(_ action: Action, _ turn: inout Turn) {
    if let obstacle = action.obstacle(self) {
      turn.note(.information, "Not now: \(obstacle).")
    } else {
      perform(action.id, &turn)
    }
  }

  private mutating func paste(_ text: String, _ turn: inout Turn) {
    guard !isTooSmall, helpScroll == nil, openingFailure == nil else { return }
    if var dialog {
      let verdict = dialog.paste(text)
      self.dialog = dialog
      follow(verdict, &turn)
      return
    }
    // Outside a field a paste is an accident: none of its letters may act as a key.
    withTop(
      &turn,
      users: { screen, turn in
        if screen.isFieldFocused { screen.paste(text, &turn) }
      }, user: { _, _ in })
  }

  private mutating func handle(_ mouse: Mouse, _ turn: inout Turn) {
    guard !isTooSmall, openingFailure == nil else { return }
    if helpScroll != nil {
      switch mouse.action {
      case .wheelUp: scrollHelp(.up)
      case .wheelDown: scrollHelp(.down)
      case .click, .doubleClick: helpScroll = nil
      }
      return
    }
    if let session, var dialog {
      switch mouse.action {
      case .wheelUp: dialog.scroll -= 1
      case .wheelDown: dialog.scroll += 1
      case .click, .doubleClick:
        let part = dialog.part(at: mouse.position, size: size, session: session)
        let verdict = dialog.click(part, in: session)
        self.dialog = dialog
        follow(verdict, &turn)
        return
      }
      dialog.boundScroll(in: size, session: session)
      self.dialog = dialog
      return
    }
    switch mouse.action {
    case .wheelUp: move(.wheelUp, &turn)
    case .wheelDown: move(.wheelDown, &turn)
    case .click: click(mouse.position, &turn)
    case .doubleClick:
      click(mouse.position, &turn)
      openClickedUser(mouse.position, &turn)
    }
  }

  private mutating func click(_ position: Position, _ turn: inout Turn) {
    let layout = AppLayout(size: size)
    if let index = keyHints.hint(at: position, in: layout.hints) {
      let actions = hintedActions
      if actions.indices.contains(index) { attempt(actions[index], &turn) }
      return
    }
    var trash: (role: Role, user: User)?
    withTop(
      &turn, users: { $0.click(position, &$1) },
      user: { screen, turn in
        if let role = screen.click(position, &turn) { trash = (role, screen.user) }
      })
    guard let trash else { return }
    if running != nil {
      turn.note(.information, "Not now: a removal is still under way.")
    } else {
      // A click on a row's mark is about that row alone, whatever is marked.
      askToRemove([trash.role], from: trash.user, &turn)
    }
  }

  private mutating func openClickedUser(_ position: Position, _ turn: inout Turn) {
    guard case .users(let screen) = path.last,
      screen.row(at: position, body: AppLayout(size: size).body) != nil
    else { return }
    openUser(&turn)
  }

  private mutating func scrollHelp(_ key: Key) {
    guard let scroll = helpScroll else { return }
    let last = helpOverlay.maximumScroll(in: size)
    switch key {
    case .down, .character("j"): helpScroll = min(scroll + 1, last)
    case .up, .character("k"): helpScroll = max(scroll - 1, 0)
    case .pageDown, .character(" "): helpScroll = min(scroll + 10, last)
    case .pageUp: helpScroll = max(scroll - 10, 0)
    case .home: helpScroll = 0
    case .end: helpScroll = last
    default: helpScroll = nil
    }
  }
}
