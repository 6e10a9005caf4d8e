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
      withEach { $0.resize(&resized) }
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
      if key == .escape, question != nil { follow(.cancel, &turn) }
      if key == .character("q") || key == .control("c"), question == nil { quit(&turn) }
      return
    }
    if helpScroll != nil {
      scrollHelp(key)
      return
    }
    if let session, var question {
      let verdict = question.press(key, in: session)
      question.boundScroll(in: size, session: session)
      self.question = question
      follow(verdict, &turn)
      return
    }
    dispatch(key, &turn)
  }

  private mutating func dispatch(_ key: Key, _ turn: inout Turn) {
    guard let action = Action.meant(by: key, in: context) else {
      withTop { $0.type(key, &turn) }
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
    if var question {
      let verdict = question.paste(text)
      self.question = question
      follow(verdict, &turn)
      return
    }
    withTop { $0.paste(text, &turn) }
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
    if let session, var question {
      switch mouse.action {
      case .wheelUp: question.consent.scroll -= 1
      case .wheelDown: question.consent.scroll += 1
      case .click, .doubleClick:
        let part = question.part(at: mouse.position, size: size, session: session)
        let verdict = question.click(part, in: session)
        question.boundScroll(in: size, session: session)
        self.question = question
        follow(verdict, &turn)
        return
      }
      question.boundScroll(in: size, session: session)
      self.question = question
      return
    }
    switch mouse.action {
    case .wheelUp: move(.wheelUp, &turn)
    case .wheelDown: move(.wheelDown, &turn)
    case .click: click(mouse.position, &turn)
    case .doubleClick:
      click(mouse.position, &turn)
      openClicked(mouse.position, &turn)
    }
  }

  private mutating func click(_ position: Position, _ turn: inout Turn) {
    let layout = AppLayout(size: size)
    if let index = keyHints.hint(at: position, in: layout.hints) {
      let actions = hintedActions
      if actions.indices.contains(index) { attempt(actions[index], &turn) }
      return
    }
    withTop { $0.click(position, &turn) }
    let trash = turn.takeTrash()
    guard !trash.isEmpty else { return }
    if let running {
      turn.note(.information, "Not now: \(running.obstacle).")
    } else {
      // A click on a row's mark is about that row alone, whatever is marked.
      ask(trash, &turn)
    }
  }

  private mutating func openClicked(_ position: Position, _ turn: inout Turn) {
    guard let screen = path.last?.content,
      screen.opens(at: position, body: AppLayout(size: size).body)
    else { return }
    dispatch(.enter, &turn)
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
