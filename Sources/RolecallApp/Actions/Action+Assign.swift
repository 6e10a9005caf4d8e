import AccessModel
import Canvas

extension Action {
  /// What keys do while roles are chosen.
  static let whileAssigning: [Action] = [
    Action(
      .assignRoles, "Assign the marked roles, or the role under the cursor", hint: "assign",
      keys: [.enter], in: [.assignRoles], obstacle: { $0.obstacleToAssigning }),
    Action(
      .markRow, "Mark the role, or take its mark away", hint: "mark", keys: [.tab],
      in: [.assignRoles], obstacle: { $0.obstacle(to: .toggle) }),
    Action(.moveDown, "Down", keys: [.down, .control("n")], in: [.assignRoles]),
    Action(.moveUp, "Up", keys: [.up, .control("p")], in: [.assignRoles]),
    Action(.pageDown, "Down a page", keys: [.pageDown], in: [.assignRoles]),
    Action(.pageUp, "Up a page", keys: [.pageUp], in: [.assignRoles]),
    Action(
      .cancel, "End what is being read; else go back", hint: "back", keys: [.escape],
      in: [.assignRoles]),
  ]
}
