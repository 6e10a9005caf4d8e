import AccessModel
import Canvas

extension AddUsersScreen {
  /// The rows below the list in which stands what the users gain.
  private static let gainRows = 3

  /// The list, and what stands below it.
  func parts(_ body: Rect) -> (list: Rect, gains: Rect) {
    let (list, gains) = body.split(top: max(1, body.rows - Self.gainRows))
    return (list, gains)
  }

  func draw(on frame: inout Frame, in body: Rect, _ scene: Scene) {
    let (listBody, gainsRect) = parts(body)
    list.draw(
      on: &frame, in: listBody, scene,
      holding: HoldingColumn(holders: holders, checked: knowsHolders ? nil : Set(held.keys)))
    for (index, line) in gainLines.prefix(gainsRect.rows).enumerated() {
      frame.draw(
        line: Line(line.spans), at: gainsRect.left + Table.gutter + line.indentation,
        gainsRect.top + index,
        columns: max(0, gainsRect.columns - Table.gutter - line.indentation - 1),
        theme: scene.theme)
    }
  }

  /// What the chosen users gain, and what is not known.
  private var gainLines: [Line] {
    let users = chosen
    guard !users.isEmpty else {
      guard list.current != nil, list.marks.isEmpty, let obstacleToCurrent else { return [] }
      return [Line(obstacleToCurrent, .muted)]
    }
    let lines = gains.lines(by: [role], to: users.count == 1 ? users[0] : nil)
    guard lookupError != nil else { return lines }
    return lines + [
      Line("! Not known of everybody: who holds the role, and what is gained", .danger)
    ]
  }
}
