import AccessModel
import Canvas

extension RemovalDialog {
  /// What a key or a click came to.
  enum Verdict: Hashable {
    /// Nothing that concerns anybody but the dialog.
    case stay
    /// It came before the dialog was armed, and did nothing.
    case tooEarly
    /// The person does not want it.
    case cancel
    /// The person wants it.
    case confirm
  }

  /// Takes a key.
  mutating func press(_ key: Key, in session: Session) -> Verdict {
    if key == .escape || key == .control("c") { return .cancel }
    // Whatever was typed before this could be read was meant for something else.
    guard isArmed else { return .tooEarly }
    refusal = nil
    switch (focus, key) {
    case (_, .tab):
      step(by: 1)
      return .stay
    case (_, .backTab):
      step(by: -1)
      return .stay
    case (_, .pageDown), (.cancel, .down), (.remove, .down):
      scroll += key == .pageDown ? 5 : 1
      return .stay
    case (_, .pageUp), (.cancel, .up), (.remove, .up):
      scroll -= key == .pageUp ? 5 : 1
      return .stay
    case (.cancel, .left), (.cancel, .right), (.remove, .left), (.remove, .right):
      focus = focus == .cancel ? .remove : .cancel
      return .stay
    case (.cancel, .enter):
      return .cancel
    case (.remove, .enter):
      return confirmation(in: session)
    case (.phrase, .enter), (.reason, .enter), (.phrase, .down), (.reason, .down):
      // Enter never confirms from a field: it is too easily pressed once more.
      step(by: 1)
      return .stay
    case (.phrase, .up), (.reason, .up):
      step(by: -1)
      return .stay
    case (.phrase, _):
      _ = phrase.handle(key)
      return .stay
    case (.reason, _):
      _ = reason.handle(key)
      return .stay
    case (.cancel, .character(let character)), (.remove, .character(let character)):
      return press(character, in: session)
    default:
      return .stay
    }
  }

  /// Takes pasted text: a reason may be pasted, what stands for consent may not.
  mutating func paste(_ text: String) -> Verdict {
    guard isArmed else { return .tooEarly }
    if focus == .reason { reason.paste(text) }
    return .stay
  }

  /// Takes a click on one of its parts.
  mutating func click(_ part: Focus?, in session: Session) -> Verdict {
    if part == .cancel { return .cancel }
    guard isArmed else { return .tooEarly }
    guard let part else { return .stay }
    guard part == .remove else {
      focus = part
      return .stay
    }
    return confirmation(in: session)
  }

  private mutating func press(_ character: Character, in session: Session) -> Verdict {
    if rung?.phrase == nil {
      return character == "y" ? confirmation(in: session) : .stay
    }
    // There is only one thing to type, so typing goes there.
    focus = .phrase
    _ = phrase.handle(.character(character))
    return .stay
  }

  private mutating func confirmation(in session: Session) -> Verdict {
    refusal = obstacle(in: session)
    return refusal == nil ? .confirm : .stay
  }

  private mutating func step(by distance: Int) {
    let index = stops.firstIndex(of: focus) ?? 0
    focus = stops[(index + distance + stops.count) % stops.count]
  }
}
