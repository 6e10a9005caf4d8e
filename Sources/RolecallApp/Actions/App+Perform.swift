import AccessModel
import Canvas
import RequestCode

extension App {
  /// Does what an action says.
  mutating func perform(_ id: Action.ID, _ turn: inout Turn) {
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
      withTop(
        &turn,
        users: { screen, turn in
          screen.isFieldFocused = false
          screen.searchNow(&turn)
        }, user: { _, _ in })
    case .clearSearch: withTop(&turn, users: { $0.clearSearch(&$1) }, user: { _, _ in })
    case .sort: sort(&turn)
    case .removeRole:
      if let screen = userScreen { askToRemove(screen.chosenRoles, from: screen.user, &turn) }
    case .markRole: withTop(&turn, users: { _, _ in }, user: { $0.toggleMark(&$1) })
    case .nextView: withTop(&turn, users: { _, _ in }, user: { $0.step(by: 1, &$1) })
    case .previousView: withTop(&turn, users: { _, _ in }, user: { $0.step(by: -1, &$1) })
    case .copyID: copy(currentUser?.id.rawValue, "the user id", &turn)
    case .copyEmail: copy(currentUser?.email, "the email", &turn)
    case .copyAddress:
      copy(
        currentUser.flatMap { session?.tenant.dashboardAddress(of: $0.id) },
        "the address of the user's page in the Dashboard", &turn)
    case .copyDocument:
      copy(userScreen?.document.value?.json.redactedText, "the JSON, secrets hidden", &turn)
    case .copyCode: copyCode(&turn)
    case .refresh: withTop(&turn, users: { $0.refresh(&$1) }, user: { $0.refresh(&$1) })
    case .cancel: cancel(&turn)
    case .help: helpScroll = 0
    case .suspend: turn.perform(.suspend)
    case .quit: quit(&turn)
    }
  }

  /// Moves in whatever is in view.
  mutating func move(_ movement: Movement, _ turn: inout Turn) {
    withTop(&turn, users: { $0.move(movement, &$1) }, user: { $0.move(movement, &$1) })
  }

  /// Opens the user under the cursor, on its Roles view.
  mutating func openUser(_ turn: inout Turn) {
    guard case .users(let users) = path.last, let user = users.current else { return }
    var screen = UserScreen(id: user.id, listed: user)
    screen.open(&turn)
    path.append(.user(screen))
  }

  /// Ends the program, once what is being written has been answered.
  mutating func quit(_ turn: inout Turn) {
    guard running == nil else {
      isEndingAfterRun = true
      turn.note(.information, "A removal is under way; the program ends when it has been answered.")
      return
    }
    isFinished = true
  }

  /// Ends a read, puts a notice away, or goes back: whichever of these there is to do first.
  private mutating func cancel(_ turn: inout Turn) {
    var didEnd = false
    withTop(
      &turn, users: { didEnd = $0.cancelLoading(&$1) }, user: { didEnd = $0.cancelLoading(&$1) })
    if didEnd {
      turn.note(.information, "Stopped reading.")
    } else if notice != nil {
      notice = nil
    } else if path.count > 1 {
      path.removeLast()
      // Where a user was opened from the command line, the list behind it has not been read yet.
      withTop(
        &turn,
        users: { screen, turn in
          if screen.readAt == nil, !screen.isLoading { screen.open(&turn) }
        }, user: { _, _ in })
    } else {
      withTop(
        &turn,
        users: { screen, turn in
          if !screen.search.text.isEmpty { screen.clearSearch(&turn) }
        }, user: { _, _ in })
    }
  }

  private mutating func focusSearch(_ isFocused: Bool, _ turn: inout Turn) {
    withTop(&turn, users: { screen, _ in screen.isFieldFocused = isFocused }, user: { _, _ in })
  }

  private mutating func sort(_ turn: inout Turn) {
    var title = ""
    withTop(
      &turn,
      users: { screen, turn in
        screen.sort(&turn)
        title = screen.order.title
      }, user: { _, _ in })
    turn.note(
      .information, "Users in \(title == UserOrder.tenant.title ? title : "order \(title)").")
  }

  private func copy(_ text: String?, _ what: String, _ turn: inout Turn) {
    guard let text else { return }
    turn.perform(.copy(text))
    turn.note(.information, "Copied \(what).")
  }

  private func copyCode(_ turn: inout Turn) {
    guard let session, let screen = userScreen else { return }
    let request = RoleRemovalRequest(
      domain: session.tenant.domain, user: screen.id, roles: screen.chosenRoles.map(\.id))
    copy(request.curl, "the removal as a curl command; it reads AUTH0_API_TOKEN", &turn)
  }
}
