import AccessModel
package import Canvas

extension Action {
  /// Everything that keys do, the most important first.
  package static let table: [Action] = [
    Action(
      .openUser, "Open the user", hint: "open", keys: [.enter, .character("l")], in: [.users],
      obstacle: { $0.currentUser == nil ? "no user is under the cursor" : nil }),
    Action(
      .openUser, "Open the user", hint: "open", keys: [.enter], in: [.roleUsers],
      obstacle: { $0.currentUser == nil ? "no user is under the cursor" : nil }),
    Action(
      .openRole, "Open the role", hint: "open", keys: [.enter, .character("l")], in: [.roles],
      obstacle: { $0.currentRole == nil ? "no role is under the cursor" : nil }),
    Action(
      .openRole, "Open the role", hint: "role", keys: [.enter], in: [.userRoles],
      obstacle: { $0.currentRole == nil ? "no role is under the cursor" : nil }),
    Action(
      .removeRole, "Take the role from the marked users, or from the one under the cursor",
      hint: "remove role", keys: [.character("d"), .delete], isDanger: true, in: [.roleUsers],
      obstacle: { $0.obstacleToRemovingMembers }),
    Action(
      .removeFromEverybody, "Take the role from everybody who holds it directly",
      keys: [.character("D")], isDanger: true, in: [.roleUsers],
      obstacle: { $0.obstacleToRemovingFromEverybody }),
    Action(
      .pauseRun, "Pause the run, or go on with it", hint: "pause", keys: [.character("p")],
      in: [.run], obstacle: { $0.obstacleToRun }),
    Action(
      .stopRun, "Stop the run for good, after what is on its way", hint: "stop after this",
      keys: [.character("x")], in: [.run], obstacle: { $0.obstacleToRun }),
    Action(
      .showTrouble, "Show only what did not come to pass, or everything", hint: "failed only",
      keys: [.character("f")], in: [.run]),
    Action(
      .markMember, "Mark the user, or take the mark away", hint: "mark", keys: [.character(" ")],
      in: [.roleUsers],
      obstacle: { $0.currentUser == nil ? "no user is under the cursor" : nil }),
    Action(.markShown, "Mark all that are shown", keys: [.character("A")], in: [.roleUsers]),
    Action(
      .invertMarks, "Mark those shown that are not marked, and no others",
      keys: [.character("I")], in: [.roleUsers]),
    Action(.unmarkAll, "Take every mark away", keys: [.character("U")], in: [.roleUsers]),
    Action(
      .markStale, "Mark those shown who have not signed in for 90 days",
      keys: [.character("L")], in: [.roleUsers]),
    Action(
      .markBlocked, "Mark those shown who are blocked", keys: [.character("B")], in: [.roleUsers]),
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
      .removeRole, "Remove the marked roles, or the role under the cursor", hint: "remove role",
      keys: [.character("d"), .delete], isDanger: true, in: [.userRoles],
      obstacle: { $0.obstacleToRemoving }),
    Action(
      .removeRole, "Say where this is managed: it cannot be removed here",
      keys: [.character("d"), .delete], isDanger: true, in: [.userPermissions, .userOrganizations],
      obstacle: { $0.obstacleToRemoving }),
    Action(
      .chooseRoles, "Assign roles to the user", hint: "assign roles", keys: [.character("a")],
      in: userViews, obstacle: { $0.obstacleToChoosingRoles }),
    Action(
      .assignRoles, "Assign the marked roles, or the role under the cursor", hint: "assign",
      keys: [.enter], in: [.assignRoles], obstacle: { $0.obstacleToAssigning }),
    Action(
      .markChoice, "Mark the role, or take its mark away", hint: "mark", keys: [.tab],
      in: [.assignRoles],
      obstacle: { $0.assignScreen?.current == nil ? "no role is under the cursor" : nil }),
    Action(.moveDown, "Down", keys: [.down, .control("n")], in: [.assignRoles]),
    Action(.moveUp, "Up", keys: [.up, .control("p")], in: [.assignRoles]),
    Action(.pageDown, "Down a page", keys: [.pageDown], in: [.assignRoles]),
    Action(.pageUp, "Up a page", keys: [.pageUp], in: [.assignRoles]),
    Action(
      .cancel, "End what is being read; else go back", hint: "back", keys: [.escape],
      in: [.assignRoles]),
    Action(
      .markRole, "Mark the role, or take its mark away", hint: "mark", keys: [.character(" ")],
      in: [.userRoles], obstacle: { $0.obstacleToMarking }),
    Action(
      .focusSearch, "Search: name, email, user id, or field:text", hint: "filter",
      keys: [.character("/")], in: [.users]),
    Action(.sort, "Sort by the next column", hint: "sort", keys: [.character("s")], in: [.users]),
    Action(
      .nextView, "Next view", hint: "views", keys: [.right, .tab, .character("l")], in: views),
    Action(
      .previousView, "Previous view", keys: [.left, .backTab, .character("h")], in: views),
    Action(
      .searchNow, "Search at once, and go to the list", hint: "search", keys: [.enter, .down],
      in: [.searchField]),
    Action(
      .clearSearch, "Empty the field and show everybody", hint: "everybody", keys: [.escape],
      in: [.searchField]),
    Action(
      .leaveSearch, "Go to the list", hint: "list", keys: [.tab], in: [.searchField]),
    Action(
      .copyCode, "Copy the removal as code", hint: "as code", keys: [.character("c")],
      in: [.userRoles], obstacle: { $0.obstacleToCopyingCode }),
    Action(
      .copyCodeInNextLanguage, "Copy it in the next language", keys: [.character("C")],
      in: [.userRoles], obstacle: { $0.obstacleToCopyingCode }),
    Action(
      .copyDocument, "Copy the JSON, secrets hidden", hint: "copy", keys: [.character("Y")],
      in: [.userRawJSON],
      obstacle: { $0.userScreen?.document.value == nil ? "it has not been read yet" : nil }),
    Action(
      .copyID, "Copy the user's id", hint: "copy id", keys: [.character("i")],
      in: people, obstacle: { $0.currentUser == nil ? "no user is under the cursor" : nil }),
    Action(
      .copyEmail, "Copy the user's email", hint: "copy email", keys: [.character("e")],
      in: people, obstacle: { $0.currentUser?.email == nil ? "there is no email here" : nil }),
    Action(
      .copyAddress, "Copy the address of the user's page in the Dashboard",
      keys: [.character("w")], in: people,
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
      in: Set(Context.allCases).subtracting([.run])),
    Action(
      .cancel, "End what is being read; else go back", hint: "back", keys: [.escape],
      in: views),
    Action(
      .cancel, "Leave the run going, and go back", hint: "leave it running", keys: [.escape],
      in: [.run]),
    Action(
      .cancel, "End what is being read; else show everything again", keys: [.escape],
      in: [.users, .roles, .apis, .changes]),
    Action(
      .goToUsers, "To the users", hint: "users", keys: [.character("1")], in: sections(but: .users)),
    Action(
      .goToRoles, "To the roles", hint: "roles", keys: [.character("2")], in: sections(but: .roles)),
    Action(
      .goToAPIs, "To the APIs", hint: "APIs", keys: [.character("3")], in: sections(but: .apis)),
    Action(
      .goToChanges, "To the changes made from here", keys: [.character("4")],
      in: sections(but: .changes)),
    Action(
      .showRun, "To the run under way, or this session's last one", keys: [.character("5")],
      in: lists.subtracting([.run]),
      obstacle: { $0.lastRun == nil ? "nothing has been run in this session" : nil }),
    Action(
      .undo, "Undo: give back what the last run took, or the run under the cursor",
      hint: "undo", keys: [.character("u")], in: [.changes, .run],
      obstacle: { $0.obstacleToUndoing }),
    Action(
      .undo, "Undo: give back what this session's last run took", keys: [.character("u")],
      in: lists.subtracting([.changes, .run]), obstacle: { $0.obstacleToUndoing }),
    Action(.help, "This help", hint: "help", keys: [.character("?"), .function(1)], in: lists),
    Action(
      .suspend, "Suspend, until fg brings it back", keys: [.control("z")],
      in: Set(Context.allCases)),
    Action(.quit, "Quit", hint: "quit", keys: [.character("q"), .control("c")], in: lists),
    Action(.quit, "Quit", keys: [.control("c")], in: [.searchField, .filterField, .assignRoles]),
    Action(.help, "This help", hint: "help", keys: [.function(1)], in: [.assignRoles]),
  ]

  /// What a key means in a place.
  package static func meant(by key: Key, in context: Context) -> Action? {
    table.first { $0.contexts.contains(context) && $0.keys.contains(key) }
  }

  private static let userViews: Set<Context> = [
    .userDetails, .userRoles, .userPermissions, .userOrganizations, .userRawJSON,
  ]
  private static let views = userViews.union([.roleSettings, .rolePermissions, .roleUsers])
  private static let lists = views.union([.users, .roles, .apis, .run, .changes])
  private static let people = userViews.union([.users, .roleUsers])
  private static let filtered: Set<Context> = [
    .roles, .rolePermissions, .roleUsers, .apis, .changes,
  ]

  private static func sections(but here: Context) -> Set<Context> { lists.subtracting([here]) }
}
