import AccessModel
import Canvas

extension Action {
  /// What keys do in every list of which several rows can be marked: the same everywhere.
  static let marking: [Action] = [
    Action(
      .markRow, "Mark the row, or take its mark away", hint: "mark", keys: [.character(" ")],
      in: marked, obstacle: { $0.obstacle(to: .toggle) }),
    Action(
      .markRange, "Mark from the row that was marked last to this one", keys: [.character("V")],
      in: marked, obstacle: { $0.obstacle(to: .range) }),
    Action(
      .markShown, "Mark all that are shown", keys: [.character("A")], in: marked,
      obstacle: { $0.obstacle(to: .shown) }),
    Action(
      .invertMarks, "Mark those shown that are not marked, and no others",
      keys: [.character("I")], in: marked, obstacle: { $0.obstacle(to: .invert) }),
    Action(.unmarkAll, "Take every mark away", keys: [.character("U")], in: marked),
  ]
}

extension App {
  /// Why the marks of the list in view cannot be changed so; `nil` where they can.
  func obstacle(to step: MarkStep) -> String? { path.last?.content.obstacle(to: step) }
}
