import AccessModel

extension App {
  /// The search for users to assign a role to, where it is in view.
  package var addUsersScreen: AddUsersScreen? { path.last?.as(AddUsersScreen.self) }

  /// Why nobody can be added to the role in view; `nil` where users can be chosen.
  var obstacleToAddingUsers: String? {
    obstacleToGranting ?? (roleScreen == nil ? "no role is open" : nil)
  }

  /// Why the chosen users cannot be added now; `nil` where that is asked.
  var obstacleToAddingChosen: String? {
    if let obstacle = obstacleToGranting { return obstacle }
    guard let screen = addUsersScreen else { return "no role is open" }
    // Until then the rows are those of an older search, which nobody may mean.
    guard screen.list.isSettled else { return "the search has not been answered yet" }
    guard screen.chosen.isEmpty else { return nil }
    return screen.list.marks.isEmpty
      ? screen.obstacleToCurrent ?? "no user is under the cursor"
      : "what is shown hides everybody who is marked"
  }

  /// Lets the person choose users for the role in view.
  mutating func chooseUsers(_ turn: inout Turn) {
    guard let screen = roleScreen else { return }
    show(
      AddUsersScreen(
        role: screen.known, holders: Set(screen.members.members.map(\.id)),
        isComplete: screen.isComplete), &turn)
  }

  /// Asks whether the role shall be assigned to the chosen users.
  mutating func askToAdd(_ turn: inout Turn) {
    guard let session, let screen = addUsersScreen else { return }
    plansMade += 1
    ask(
      Plan(
        id: "\(run)-\(plansMade)", tenant: session.tenant, .assign, screen.role, of: screen.chosen,
        held: { screen.held[$0.id]?.value == nil ? .notRead : .held(false) }), &turn)
  }

  /// Does something with the list of users in view, whatever it is there for.
  mutating func withUsers(
    _ turn: inout Turn, _ body: (inout UsersScreen, inout Turn) -> Void
  ) {
    withTop(UsersScreen.self) { body(&$0, &turn) }
    withTop(AddUsersScreen.self) { $0.withList(&turn, body) }
  }
}
