import AccessModel
import Canvas

extension Question {
  /// Takes a key.
  mutating func press(_ key: Key, in session: Session) -> QuestionVerdict {
    if key == .escape || key == .control("c") { return .cancel }
    // Whatever was typed before this could be read was meant for something else.
    guard consent.isArmed else { return .tooEarly }
    consent.refusal = nil
    switch (consent.focus, key) {
    case (_, .tab):
      step(by: 1)
      return .stay
    case (_, .backTab):
      step(by: -1)
      return .stay
    case (_, .pageDown):
      consent.scroll += 5
      return .stay
    case (_, .pageUp):
      consent.scroll -= 5
      return .stay
    case (.phrase, .enter), (.reason, .enter), (.phrase, .down), (.reason, .down):
      // Enter never confirms from a field: it is too easily pressed once more.
      step(by: 1)
      return .stay
    case (.phrase, .up), (.reason, .up):
      step(by: -1)
      return .stay
    case (.phrase, _):
      _ = consent.phrase.handle(key)
      return .stay
    case (.reason, _):
      _ = consent.reason.handle(key)
      return .stay
    case (_, .down):
      consent.scroll += 1
      return .stay
    case (_, .up):
      consent.scroll -= 1
      return .stay
    case (.cancel, .left), (.cancel, .right):
      consent.focus = .confirm
      return .stay
    case (.confirm, .left), (.confirm, .right):
      consent.focus = .cancel
      return .stay
    case (.cancel, .enter):
      return .cancel
    case (.confirm, .enter):
      return confirmation(in: session)
    case (let extra, .enter):
      return press(extra)
    case (_, .character(let character)):
      return press(character, in: session)
    default:
      return .stay
    }
  }

  /// Takes pasted text: a reason may be pasted, what stands for consent may not.
  mutating func paste(_ text: String) -> QuestionVerdict {
    guard consent.isArmed else { return .tooEarly }
    if consent.focus == .reason { consent.reason.paste(text) }
    return .stay
  }

  /// Takes a click on one of its parts.
  mutating func click(_ part: Consent.Focus?, in session: Session) -> QuestionVerdict {
    if part == .cancel { return .cancel }
    guard consent.isArmed else { return .tooEarly }
    guard let part else { return .stay }
    guard part != .confirm else { return confirmation(in: session) }
    consent.focus = part
    return part.isField ? .stay : press(part)
  }

  private mutating func press(
    _ character: Character, in session: Session
  ) -> QuestionVerdict {
    if rung?.phrase == nil {
      return character == "y" ? confirmation(in: session) : .stay
    }
    // There is only one thing to type, so typing goes there.
    consent.focus = .phrase
    _ = consent.phrase.handle(.character(character))
    return .stay
  }

  private mutating func confirmation(in session: Session) -> QuestionVerdict {
    consent.refusal = obstacle(in: session)
    return consent.refusal == nil ? .confirm : .stay
  }

  private mutating func step(by distance: Int) {
    let index = stops.firstIndex(of: consent.focus) ?? 0
    consent.focus = stops[(index + distance + stops.count) % stops.count]
  }
}
