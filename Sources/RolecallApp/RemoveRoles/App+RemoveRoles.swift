import AccessModel

extension App {
  /// The choice of roles to take from users, where it is in view.
  package var removeRolesScreen: RemoveRolesScreen? { path.last?.as(RemoveRolesScreen.self) }

  /// Why the trash key does nothing in the list of users now; `nil` where it lets roles be chosen.
  var obstacleToRemovingFromUsers: String? {
    guard let screen = usersScreen else { return "no list of users is open" }
    return running?.obstacle ?? screen.obstacleToChoosing
  }

  /// Why roles cannot be taken from everybody whom the search finds now; `nil` where they can be chosen.
  var obstacleToRemovingFromFound: String? {
    guard let screen = usersScreen else { return "no list of users is open" }
    if let running { return running.obstacle }
    guard screen.isSettled else { return "the search has not been answered yet" }
    return screen.users.isEmpty ? "the search finds nobody" : nil
  }

  /// Why the chosen roles cannot be taken now; `nil` where that is asked.
  var obstacleToRemovingChosen: String? {
    guard let screen = removeRolesScreen else { return "no roles are there to choose from" }
    if let running { return running.obstacle }
    if !screen.holdings.isComplete { return "not everybody has been read yet" }
    guard screen.chosen.isEmpty else { return nil }
    return screen.markedCount > 0
      ? "the filter hides every role that is marked" : "no role is under the cursor"
  }

  /// Lets the person choose which roles to take from users.
  mutating func chooseRolesToRemove(from people: People, _ turn: inout Turn) {
    show(RemoveRolesScreen(of: people), &turn)
  }

  /// Asks whether the chosen roles shall be taken from those who hold them: of one user as ever.
  mutating func askToRemoveChosen(_ turn: inout Turn) {
    guard let session, let screen = removeRolesScreen else { return }
    let planned = Plan(
      id: run, tenant: session.tenant, .remove, screen.chosen, of: screen.holders,
      held: screen.holdings.roles)
    ask(planned.changes, before: planned.before, &turn)
  }
}

extension UsersScreen {
  /// Why nobody is chosen; `nil` where somebody is.
  var obstacleToChoosing: String? {
    guard chosen.isEmpty else { return nil }
    return marks.isEmpty
      ? "no user is under the cursor" : "what is shown hides everybody who is marked"
  }
}
