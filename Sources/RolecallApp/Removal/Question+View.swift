import AccessModel
import Canvas

extension Question {
  /// Draws the question over what is there.
  func draw(on frame: inout Frame, _ scene: Scene) {
    guard let session = scene.session else { return }
    let layout = box(in: session, of: frame.size)
      .draw(on: &frame, scroll: scrollOfBox, theme: scene.theme)
    let foot = foot(in: layout.foot, session)
    if let row = foot.refusalRow, let refusal = consent.refusal {
      frame.draw(
        Span("\(refusal).", .danger), at: layout.foot.left, row,
        columns: layout.foot.columns, theme: scene.theme, truncating: .ends)
    }
    for (extra, rect) in foot.extras {
      Button(extra.label, state: focus == extra.focus ? .focused : .plain)
        .draw(on: &frame, at: rect.left, rect.top, theme: scene.theme)
    }
    if let row = foot.phraseRow, let wanted = rung?.phrase {
      let label = Self.prompt(wanted)
      drawField(
        phrase, label: label, row, isFocused: focus == .phrase, on: &frame, layout.foot, scene)
    }
    if let row = foot.reasonRow {
      let label = rung?.needsReason == true ? "Reason (needed):" : "Reason:"
      drawField(
        reason, label: label, row, isFocused: focus == .reason, on: &frame, layout.foot, scene)
    }
    foot.cancel(isFocused: focus == .cancel).draw(
      on: &frame, at: foot.cancelRect.left, foot.cancelRect.top, theme: scene.theme)
    foot.confirm(isFocused: focus == .confirm, isReady: isReady(session)).draw(
      on: &frame, at: foot.confirmRect.left, foot.confirmRect.top, theme: scene.theme)
  }

  /// Which part stands at a place.
  func part(at position: Position, size: Size, session: Session) -> Consent.Focus? {
    let layout = box(in: session, of: size).layout(in: size)
    let foot = foot(in: layout.foot, session)
    if foot.cancelRect.contains(position) { return .cancel }
    if foot.confirmRect.contains(position) { return .confirm }
    for (extra, rect) in foot.extras where rect.contains(position) { return extra.focus }
    guard layout.foot.contains(position) else { return nil }
    if position.row == foot.phraseRow { return .phrase }
    if position.row == foot.reasonRow { return .reason }
    return nil
  }

  /// What the keys do while it is open.
  func keyHints(in session: Session) -> KeyHints {
    var hints = [(keys: Key.escape.label, label: "cancel")]
    if rung == .key, bar(in: session) == nil {
      hints.append((keys: Key.character("y").label, label: confirmLabel.lowercased()))
    }
    hints.append((keys: Key.tab.label, label: "next field or button"))
    hints.append((keys: Key.down.label, label: "scroll"))
    return KeyHints(hints: hints)
  }

  private func foot(in rect: Rect, _ session: Session) -> QuestionFoot {
    QuestionFoot(
      rect: rect, rung: rung, isBlocked: isBlocked(session), label: confirmLabel, extras: extras)
  }

  /// Whether pressing the button would do it.
  private func isReady(_ session: Session) -> Bool {
    consent.isArmed && obstacle(in: session) == nil
  }

  private static func prompt(_ phrase: ConfirmRung.Phrase) -> String {
    phrase.isEndOfID
      ? "Type \(phrase.text), the end of the id:" : "Type \(phrase.text) to go on:"
  }

  private func drawField(
    _ field: TextField, label: String, _ row: Int, isFocused: Bool, on frame: inout Frame,
    _ rect: Rect, _ scene: Scene
  ) {
    let used = frame.draw(
      // Dim as long as what is typed does not count yet.
      Span(label, !consent.isArmed ? .disabled : isFocused ? .accent : .text), at: rect.left, row,
      columns: max(0, rect.columns - 10), theme: scene.theme)
    let left = rect.left + used + 1
    field.draw(
      on: &frame, at: left, row, columns: max(1, rect.right - left), isFocused: isFocused,
      theme: scene.theme)
  }
}
