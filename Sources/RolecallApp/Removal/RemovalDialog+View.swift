import AccessModel
import Canvas

extension RemovalDialog {
  /// Draws the question over what is there.
  func draw(on frame: inout Frame, _ scene: Scene) {
    guard let session = scene.session else { return }
    let layout = box(in: session, of: frame.size)
      .draw(on: &frame, scroll: scroll, theme: scene.theme)
    let foot = RemovalFoot(rect: layout.foot, rung: rung, isBlocked: isBlocked(session))
    if let row = foot.refusalRow, let refusal {
      frame.draw(
        Span("\(refusal).", .danger), at: layout.foot.left, row,
        columns: layout.foot.columns, theme: scene.theme, truncating: .ends)
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
    foot.remove(isFocused: focus == .remove, isReady: isReady(session)).draw(
      on: &frame, at: foot.removeRect.left, foot.removeRect.top, theme: scene.theme)
  }

  /// Which part stands at a place.
  func part(at position: Position, size: Size, session: Session) -> Focus? {
    let layout = box(in: session, of: size).layout(in: size)
    let foot = RemovalFoot(rect: layout.foot, rung: rung, isBlocked: isBlocked(session))
    if foot.cancelRect.contains(position) { return .cancel }
    if foot.removeRect.contains(position) { return .remove }
    guard layout.foot.contains(position) else { return nil }
    if position.row == foot.phraseRow { return .phrase }
    if position.row == foot.reasonRow { return .reason }
    return nil
  }

  /// What the keys do while it is open.
  func keyHints(in session: Session) -> KeyHints {
    var hints = [(keys: Key.escape.label, label: "cancel")]
    if rung == .key, bar(in: session) == nil {
      hints.append((keys: Key.character("y").label, label: "remove"))
    }
    hints.append((keys: Key.tab.label, label: "next field or button"))
    hints.append((keys: Key.down.label, label: "scroll"))
    return KeyHints(hints: hints)
  }

  /// Holds the scrolling within what there is to see.
  mutating func boundScroll(in size: Size, session: Session) {
    scroll = min(max(0, scroll), box(in: session, of: size).layout(in: size).maximumScroll)
  }

  private func box(in session: Session, of size: Size) -> Dialog {
    var box = Dialog(
      title: roles.count == 1 ? "Remove a role" : "Remove \(roles.count) roles",
      corner: plan.tenant.domain, isDanger: plan.tenant.isProduction,
      head: headLines() + sameEmailLines(), body: bodyLines(in: session),
      foot: RemovalFoot.rows(for: rung))
    if box.layout(in: size).head.isEmpty {
      // On a low screen who exactly it is about keeps its place, and the others scroll.
      box.head = headLines()
      box.body = sameEmailLines() + box.body
    }
    return box
  }

  private func isBlocked(_ session: Session) -> Bool { rung == nil || bar(in: session) != nil }

  /// Whether pressing the button would remove.
  private func isReady(_ session: Session) -> Bool { isArmed && obstacle(in: session) == nil }

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
      Span(label, !isArmed ? .disabled : isFocused ? .accent : .text), at: rect.left, row,
      columns: max(0, rect.columns - 10), theme: scene.theme)
    let left = rect.left + used + 1
    field.draw(
      on: &frame, at: left, row, columns: max(1, rect.right - left), isFocused: isFocused,
      theme: scene.theme)
  }
}
