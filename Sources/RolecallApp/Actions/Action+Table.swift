import AccessModel
package import Canvas

extension Action {
  /// Everything that keys do, the most important first.
  package static let table: [Action] = [
    Action(
      .openUser, "Open the user", hint: "open", keys: [.enter, .character("l")], in: [.users],
      obstacle: { $0.currentUser == nil ? "no user is under the cursor" : nil }),
    Action(
      .removeRole, "Remove the marked roles, or the role under the cursor", hint: "remove role",
      keys: [.character("d"), .delete], isDanger: true, in: [.userRoles],
      obstacle: { $0.obstacleToRemoving }),
    Action(
      .markRole, "Mark the role, or take its mark away", hint: "mark", keys: [.character(" ")],
      in: [.userRoles],
      obstacle: { $0.userScreen?.currentRole == nil ? "no role is under the cursor" : nil }),
    Action(
      .focusSearch, "Search: name, email, user id, or field:text", hint: "filter",
      keys: [.character("/")], in: [.users]),
    Action(.sort, "Sort by the next column", hint: "sort", keys: [.character("s")], in: [.users]),
    Action(
      .nextView, "Next view", hint: "views", keys: [.right, .tab, .character("l")], in: userViews),
    Action(
      .previousView, "Previous view", keys: [.left, .backTab, .character("h")], in: userViews),
    Action(
      .searchNow, "Search at once, and go to the list", hint: "search", keys: [.enter, .down],
      in: [.searchField]),
    Action(
      .clearSearch, "Empty the field and show everybody", hint: "everybody", keys: [.escape],
      in: [.searchField]),
    Action(
      .leaveSearch, "Go to the list", hint: "list", keys: [.tab], in: [.searchField]),
    Action(
      .copyCode, "Copy the removal as a curl command", hint: "as code", keys: [.character("c")],
      in: [.userRoles],
      obstacle: {
        ($0.userScreen?.chosenRoles ?? []).isEmpty ? "no role is under the cursor" : nil
      }),
    Action(
      .copyDocument, "Copy the JSON, secrets hidden", hint: "copy", keys: [.character("Y")],
      in: [.userRawJSON],
      obstacle: { $0.userScreen?.document.value == nil ? "it has not been read yet" : nil }),
    Action(
      .copyID, "Copy the user's id", hint: "copy id", keys: [.character("i")],
      in: lists, obstacle: { $0.currentUser == nil ? "no user is under the cursor" : nil }),
    Action(
      .copyEmail, "Copy the user's email", hint: "copy email", keys: [.character("e")],
      in: lists, obstacle: { $0.currentUser?.email == nil ? "there is no email here" : nil }),
    Action(
      .copyAddress, "Copy the address of the user's page in the Dashboard",
      keys: [.character("w")], in: lists,
      obstacle: { app in
        guard let user = app.currentUser, let session = app.session else {
          return "no user is under the cursor"
        }
        return session.tenant.dashboardAddress(of: user.id) == nil
          ? "this tenant has no Dashboard" : nil
      }),
    Action(.moveDown, "Down", keys: [.down, .character("j")], in: lists),
    Action(.moveUp, "Up", keys: [.up, .character("k")], in: lists),
    Action(.pageDown, "Down a page", keys: [.pageDown, .control("f")], in: lists),
    Action(.pageUp, "Up a page", keys: [.pageUp, .control("b")], in: lists),
    Action(.moveToFirst, "To the first", keys: [.home, .character("g")], in: lists),
    Action(.moveToLast, "To the last that was read", keys: [.end, .character("G")], in: lists),
    Action(
      .refresh, "Read again", hint: "refresh", keys: [.control("r"), .function(5)],
      in: Set(Context.allCases)),
    Action(
      .cancel, "End what is being read; else go back", hint: "back", keys: [.escape],
      in: userViews),
    Action(
      .cancel, "End what is being read; else show everybody again", keys: [.escape],
      in: [.users]),
    Action(.help, "This help", hint: "help", keys: [.character("?"), .function(1)], in: lists),
    Action(
      .suspend, "Suspend, until fg brings it back", keys: [.control("z")],
      in: Set(Context.allCases)),
    Action(.quit, "Quit", hint: "quit", keys: [.character("q"), .control("c")], in: lists),
    Action(.quit, "Quit", keys: [.control("c")], in: [.searchField]),
  ]

  /// What a key means in a place.
  package static func meant(by key: Key, in context: Context) -> Action? {
    table.first { $0.contexts.contains(context) && $0.keys.contains(key) }
  }

  private static let userViews: Set<Context> = [
    .userDetails, .userRoles, .userPermissions, .userRawJSON,
  ]
  private static let lists: Set<Context> = userViews.union([.users])
}
