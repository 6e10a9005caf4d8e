import AccessModel
import Canvas
import RequestCode

extension App {
  /// Does what an action says.
  mutating func perform(_ id: Action.ID, _ turn: inout Turn) {
    if id != .quit { isAskingToQuit = false }
    if id != .stopRun { isAskingToStop = false }
    switch id {
    case .moveUp: move(.up, &turn)
    case .moveDown: move(.down, &turn)
    case .pageUp: move(.pageUp, &turn)
    case .pageDown: move(.pageDown, &turn)
    case .moveToFirst: move(.first, &turn)
    case .moveToLast: move(.last, &turn)
    case .openUser: openUser(&turn)
    case .focusSearch: focusSearch(true, &turn)
    case .leaveSearch: focusSearch(false, &turn)
    case .searchNow:
      withUsers(&turn) { screen, turn in
        screen.isFieldFocused = false
        screen.searchNow(&turn)
      }
    case .clearSearch: withUsers(&turn) { $0.clearSearch(&$1) }
    case .sort: sort(&turn)
    case .goToUsers: go(to: UsersScreen(), &turn)
    case .goToRoles: go(to: RolesScreen(), &turn)
    case .goToAPIs: go(to: APIsScreen(), &turn)
    case .goToAPILog: go(to: APILogScreen(), &turn)
    case .openCall: if let call = callInView { show(APICallScreen(call), &turn) }
    case .openRole: if let role = currentRole { show(RoleScreen(role), &turn) }
    case .focusFilter: withTop { $0.focusFilter(true) }
    case .leaveFilter: withTop { $0.focusFilter(false) }
    case .clearFilter: withTop { _ = $0.widen(&turn) }
    case .markRow: withTop { $0.mark(.toggle, &turn) }
    case .markRange: withTop { $0.mark(.range, &turn) }
    case .markShown: withTop { $0.mark(.shown, &turn) }
    case .invertMarks: withTop { $0.mark(.invert, &turn) }
    case .unmarkAll: withTop { $0.mark(.none, &turn) }
    case .markStale: withTop(RoleScreen.self) { $0.mark(.stale, &turn) }
    case .markBlocked: withTop(RoleScreen.self) { $0.mark(.blocked, &turn) }
    case .trash: trash(&turn)
    case .endAccess: if let user = currentUser { ask([.revokeAccess(of: user)], &turn) }
    case .endAccessOfMany: ask(usersWithLess.map { .revokeAccess(of: $0) }, &turn)
    case .setRBAC: askToSetRBAC(&turn)
    case .setTokenPermissions: askToSetTokenPermissions(&turn)
    case .removeFromEverybody: removeFromEverybody(&turn)
    case .pauseRun:
      wish(lastRun?.wish == .pause || lastRun?.update?.pause != nil ? .goOn : .pause, &turn)
    case .stopRun: stop(&turn)
    case .showTrouble:
      withTop(RunScreen.self) { $0.toggleTrouble() }
      withTop(RecordScreen.self) { $0.toggleTrouble(&turn) }
    case .openRun: openRun(&turn)
    case .retryRun: retry(&turn)
    case .resumeRun: resume(&turn)
    case .exportRun: export(&turn)
    case .sendUndecided: answer(.send, ofAll: false, &turn)
    case .leaveUndecided: answer(.leave, ofAll: false, &turn)
    case .sendAllUndecided: answer(.send, ofAll: true, &turn)
    case .leaveAllUndecided: answer(.leave, ofAll: true, &turn)
    case .goOnDecided: goOnDecided(&turn)
    case .goToChanges: go(to: ChangesScreen(), &turn)
    case .undo: undo(&turn)
    case .showRun: if let lastRun { show(RunScreen(lastRun.plan), &turn) }
    case .chooseRoles: chooseRoles(&turn)
    case .assignRoles: askToAssign(&turn)
    case .addUsers: chooseUsers(&turn)
    case .addChosenUsers: askToAdd(&turn)
    case .nextView: step(by: 1, &turn)
    case .previousView: step(by: -1, &turn)
    case .copyID: copy(currentUser?.id.rawValue, "the user id", &turn)
    case .copyEmail: copy(currentUser?.email, "the email", &turn)
    case .copyAddress:
      copy(
        currentUser.flatMap { session?.tenant.dashboardAddress(of: $0.id) },
        "the address of the user's page in the Dashboard", &turn)
    case .copyDocument:
      copy(userScreen?.document.value?.json.redactedText, "the JSON, secrets hidden", &turn)
    case .copyCode: copyCode(&turn)
    case .copyCodeInNextLanguage:
      codeLanguage = codeLanguage.next
      copyCode(&turn)
    case .refresh: withTop { $0.refresh(&turn) }
    case .cancel: cancel(&turn)
    case .help: helpScroll = 0
    case .suspend: turn.perform(.suspend)
    case .quit: quit(&turn)
    }
  }

  /// Moves in whatever is in view.
  mutating func move(_ movement: Movement, _ turn: inout Turn) {
    withTop { $0.move(movement, &turn) }
  }

  /// The trash key, wherever one is.
  private mutating func trash(_ turn: inout Turn) {
    if let screen = roleScreen, screen.view == .users {
      askToRemove(screen.known, from: screen.members.chosen, &turn)
    } else if let screen = usersScreen {
      chooseRolesToRemove(from: .chosen(screen.chosen), &turn)
    } else if removeRolesScreen != nil {
      askToRemoveChosen(&turn)
    } else if let screen = path.last?.content {
      ask(screen.trash, &turn)
    }
  }

  /// The trash key for everybody who is in the list, or would be.
  private mutating func removeFromEverybody(_ turn: inout Turn) {
    if let screen = roleScreen {
      askToRemove(screen.known, from: screen.members.members, isEverybody: true, &turn)
    } else if let screen = usersScreen {
      chooseRolesToRemove(from: .found(screen.search), &turn)
    }
  }

  /// Opens the user under the cursor, on its Roles view.
  mutating func openUser(_ turn: inout Turn) {
    guard let user = currentUser else { return }
    show(UserScreen(id: user.id, listed: user), &turn)
  }

  /// Goes to a section's list as it was left; it is read only where it never was.
  private mutating func go<Section: Screen>(to section: Section, _ turn: inout Turn) {
    for index in path.indices {
      _ = path[index].content.cancelLoading(&turn)
      path[index].content.leave(&turn)
    }
    shelf.append(contentsOf: path.prefix(1))
    let index = shelf.firstIndex { $0.as(Section.self) != nil }
    path = [index.map { shelf.remove(at: $0) } ?? OpenScreen(section)]
    notice = nil
    withTop {
      if $0.readAt == nil, !$0.isLoading { $0.open(&turn) } else { $0.enter(&turn) }
      // The terminal may have another size by now.
      $0.resize(&turn)
    }
  }

  private mutating func step(by distance: Int, _ turn: inout Turn) {
    withTop(UserScreen.self) { $0.step(by: distance, &turn) }
    withTop(RoleScreen.self) { $0.step(by: distance, &turn) }
  }

  /// Goes to a screen, and reads what it shows.
  mutating func show(_ screen: some Screen, _ turn: inout Turn) {
    var screen = screen
    screen.open(&turn)
    path.append(OpenScreen(screen))
  }

  /// Ends the program, once what is being written has been answered.
  mutating func quit(_ turn: inout Turn) {
    guard let running else {
      isFinished = true
      return
    }
    if running.isSmall {
      isEndingAfterRun = true
      turn.note(
        .information,
        "The program ends when the tenant has answered: \(running.obstacle).")
    } else if isAskingToQuit, !isEndingAfterRun {
      isEndingAfterRun = true
      turn.perform(.leaveRun(running.plan.id))
      turn.note(
        .information,
        "The program ends when what is on its way has come back; the run can be resumed.")
    } else if !isEndingAfterRun {
      isAskingToQuit = true
      turn.note(
        .problem,
        "A run is under way: quitting leaves it where it is, to be resumed later. Quit once more to do so."
      )
    }
  }

  /// Ends a read, puts a notice away, or goes back: whichever of these there is to do first.
  private mutating func cancel(_ turn: inout Turn) {
    var didEnd = false
    withTop { didEnd = $0.cancelLoading(&turn) }
    if didEnd {
      turn.note(.information, "Stopped reading.")
    } else if notice != nil {
      notice = nil
    } else if path.count > 1 {
      path.removeLast()
      // Where a user was opened from the command line, the list behind it has not been read yet.
      withTop { if $0.readAt == nil, !$0.isLoading { $0.open(&turn) } }
    } else {
      withTop { _ = $0.widen(&turn) }
    }
  }

  private mutating func focusSearch(_ isFocused: Bool, _ turn: inout Turn) {
    withUsers(&turn) { screen, _ in screen.isFieldFocused = isFocused }
  }

  private mutating func sort(_ turn: inout Turn) {
    var title = ""
    withUsers(&turn) { screen, turn in
      screen.sort(&turn)
      title = screen.order.title
    }
    turn.note(
      .information, "Users in \(title == UserOrder.tenant.title ? title : "order \(title)").")
  }

  private func copy(_ text: String?, _ what: String, _ turn: inout Turn) {
    guard let text else { return }
    turn.perform(.copy(text))
    turn.note(.information, "Copied \(what).")
  }

  private func copyCode(_ turn: inout Turn) {
    guard let (request, what) = callAsCode else { return }
    copy(
      request.program(in: codeLanguage),
      "\(what) as \(codeLanguage.title) code; C takes \(codeLanguage.next.title)", &turn)
  }
}
