import AccessModel
import Canvas

extension Action {
  /// What keys do in every filter and in everything that has views.
  static let inLists: [Action] = [
    Action(
      .focusFilter, "Filter what is shown", hint: "filter", keys: [.character("/")],
      in: filtered),
    Action(
      .leaveFilter, "Go to the list", hint: "list", keys: [.enter, .down, .tab],
      in: [.filterField]),
    Action(
      .clearFilter, "Empty the filter and show everything", hint: "everything", keys: [.escape],
      in: [.filterField]),
    Action(
      .nextView, "Next view", hint: "views", keys: [.right, .tab, .character("l")], in: views),
    Action(
      .previousView, "Previous view", keys: [.left, .backTab, .character("h")], in: views),
  ]

  /// What keys do wherever one is: moving, reading again, going to a section, leaving.
  static let everywhere: [Action] = [
    Action(.moveDown, "Down", keys: [.down, .character("j")], in: lists),
    Action(.moveUp, "Up", keys: [.up, .character("k")], in: lists),
    Action(.pageDown, "Down a page", keys: [.pageDown, .control("f")], in: lists),
    Action(.pageUp, "Up a page", keys: [.pageUp, .control("b")], in: lists),
    Action(.moveToFirst, "To the first", keys: [.home, .character("g")], in: lists),
    Action(.moveToLast, "To the last that was read", keys: [.end, .character("G")], in: lists),
    Action(
      .refresh, "Read again", hint: "refresh", keys: [.control("r"), .function(5)],
      in: Set(Context.allCases).subtracting([.run, .decide, .apiCall])),
    Action(
      .cancel, "End what is being read; else go back", hint: "back", keys: [.escape],
      in: views.union([.addUsers, .removeRoles, .record, .decide, .apiCall])),
    Action(
      .cancel, "Leave the run going, and go back", hint: "leave it running", keys: [.escape],
      in: [.run]),
    Action(
      .cancel, "End what is being read; else show everything again", keys: [.escape],
      in: [.users, .roles, .apis, .changes, .apiLog]),
    Action(
      .goToUsers, "To the users", hint: "users", keys: [.character("1")], in: sections(but: .users)),
    Action(
      .goToRoles, "To the roles", hint: "roles", keys: [.character("2")], in: sections(but: .roles)),
    Action(
      .goToAPIs, "To the APIs", hint: "APIs", keys: [.character("3")], in: sections(but: .apis)),
    Action(
      .goToChanges, "To the changes made from here", keys: [.character("4")],
      in: sections(but: .changes).subtracting([.run, .record])),
    Action(
      .goToAPILog, "To the log of the API's calls", keys: [.character("6")],
      in: sections(but: .apiLog)),
    Action(
      .showRun, "To the run under way, or this session's last one", keys: [.character("5")],
      in: lists.subtracting([.run]),
      obstacle: { $0.lastRun == nil ? "nothing has been run in this session" : nil }),
    Action(
      .undo, "Undo: give back what the last run took, or the run under the cursor",
      hint: "undo", keys: [.character("u")], in: [.changes, .run, .record],
      obstacle: { $0.obstacleToUndoing }),
    Action(
      .undo, "Undo: give back what this session's last run took", keys: [.character("u")],
      in: lists.subtracting([.changes, .run, .record]), obstacle: { $0.obstacleToUndoing }),
    Action(.help, "This help", hint: "help", keys: [.character("?"), .function(1)], in: lists),
    Action(
      .suspend, "Suspend, until fg brings it back", keys: [.control("z")],
      in: Set(Context.allCases)),
    Action(.quit, "Quit", hint: "quit", keys: [.character("q"), .control("c")], in: lists),
    Action(.quit, "Quit", keys: [.control("c")], in: [.searchField, .filterField, .assignRoles]),
    Action(.help, "This help", hint: "help", keys: [.function(1)], in: [.assignRoles]),
  ]
}
