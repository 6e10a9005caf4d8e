import AccessModel
import Canvas

extension Action {
  /// What keys do in the list of users.
  static let inUsers: [Action] = [
    Action(
      .openUser, "Open the user", hint: "open", keys: [.enter, .character("l")], in: [.users],
      obstacle: { $0.currentUser == nil ? "no user is under the cursor" : nil }),
    Action(
      .trash, "Take roles from the marked users, or from this one",
      hint: "remove a role", keys: [.character("d"), .delete], isDanger: true, in: [.users],
      obstacle: { $0.obstacleToRemovingFromUsers }),
    Action(
      .chooseRoles, "Assign roles to the marked users, or to this one",
      hint: "assign", keys: [.character("a")], in: [.users],
      obstacle: { $0.obstacleToChoosingRoles }),
    Action(
      .removeFromEverybody, "Take roles from everybody whom the search finds",
      keys: [.character("D")], isDanger: true, in: [.users],
      obstacle: { $0.obstacleToRemovingFromFound }),
  ]

  /// What keys do in the search for users, and in the list that it fills.
  static let searching: [Action] = [
    Action(
      .focusSearch, "Search: name, email, user id, or field:text", hint: "filter",
      keys: [.character("/")], in: [.users, .addUsers]),
    Action(
      .sort, "Sort by the next column", hint: "sort", keys: [.character("s")],
      in: [.users, .addUsers]),
    Action(
      .searchNow, "Search at once, and go to the list", hint: "search", keys: [.enter, .down],
      in: [.searchField]),
    Action(
      .clearSearch, "Empty the field and show everybody", hint: "everybody", keys: [.escape],
      in: [.searchField]),
    Action(
      .leaveSearch, "Go to the list", hint: "list", keys: [.tab], in: [.searchField]),
  ]

  /// What keys do where users or roles are chosen for something.
  static let whileChoosing: [Action] = [
    Action(
      .trash, "Take the marked roles, or this one, from their holders",
      hint: "remove", keys: [.character("d"), .delete, .enter], isDanger: true, in: [.removeRoles],
      obstacle: { $0.obstacleToRemovingChosen }),
    Action(
      .addChosenUsers, "Assign the role to the marked users, or to this one",
      hint: "assign", keys: [.enter], in: [.addUsers], obstacle: { $0.obstacleToAddingChosen }),
  ]
}
