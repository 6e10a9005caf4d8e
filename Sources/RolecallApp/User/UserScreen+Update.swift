import AccessModel
import Canvas

extension UserScreen: Screen {
  var context: Action.Context {
    switch view {
    case .details: .userDetails
    case .roles: .userRoles
    case .permissions: .userPermissions
    case .organizations: .userOrganizations
    case .history: .userHistory
    case .devices: .userDevices
    case .rawJSON: .userRawJSON
    }
  }

  var place: [Span] {
    [Span("User Management › Users › ", .muted), Span(user.displayName, .accent)]
  }

  var markedCount: Int {
    switch view {
    case .roles: marked.count
    case .permissions: markedGrants.count
    case .organizations: organizations.marked.count
    case .details, .history, .devices, .rawJSON: 0
    }
  }

  /// Reads the user and its roles.
  mutating func open(_ turn: inout Turn) {
    readDocument(&turn)
    readRoles(&turn)
  }

  /// Reads again what has been read here so far.
  mutating func refresh(_ turn: inout Turn) {
    readDocument(&turn)
    readRoles(&turn)
    if !permissions.isUntouched { readPermissions(&turn) }
    if view == .organizations { organizations.read(of: id, &turn) }
    if view == .history { history.read(of: id, &turn) }
    if view == .devices { devices.read(of: id, &turn) }
  }

  /// Shows a view, and reads what it needs if that has not been read yet.
  mutating func show(_ view: View, _ turn: inout Turn) {
    self.view = view
    if view == .permissions, permissions.isUntouched { readPermissions(&turn) }
    if view == .organizations, organizations.list.isUntouched {
      organizations.read(of: id, &turn)
    }
    if view == .history, history.list.isUntouched { history.read(of: id, &turn) }
    if view == .devices, devices.isUntouched { devices.read(of: id, &turn) }
    readBeside(&turn)
  }

  /// Goes on to the next view or back, in a circle.
  mutating func step(by distance: Int, _ turn: inout Turn) {
    let views = View.allCases
    let index = (view.rawValue + distance + views.count) % views.count
    show(views[index], &turn)
  }

  /// Ends what is being read for this screen; what is shown stays.
  mutating func cancelLoading(_ turn: inout Turn) -> Bool {
    let wasLoading = isLoading || isWaiting
    for generation in [document.reading, roles.reading, permissions.reading] {
      turn.cancel(generation)
    }
    document.abandon()
    roles.abandon()
    permissions.abandon()
    groups.abandon(&turn)
    organizations.abandon(&turn)
    history.abandon(&turn)
    devices.abandon(&turn)
    return wasLoading
  }

  /// Takes an answer; its generation says for which part it is.
  mutating func receive(_ reply: Reply, for generation: Generation, _ turn: inout Turn) {
    if takeBeside(reply, for: generation, &turn) { return }
    switch reply {
    case .user(let read) where document.reading == generation:
      document.succeed(read, at: turn.now)
      jsonLines = read.json.redactedText.split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init)
      boundScroll(turn)
    case .roles(let read) where roles.reading == generation:
      take(read, &turn)
      // What a person waits for came first; what stands beside it is read now.
      groups.read(of: id, &turn)
      if organizations.list.reading == nil { organizations.read(of: id, &turn) }
    case .permissions(let read) where permissions.reading == generation:
      let isFirst = permissions.value == nil
      permissions.succeed(read, at: turn.now)
      regather(&turn)
      markedGrants.formIntersection(allPermissions.filter(\.isDirect).map(\.id))
      if isFirst {
        permissionCursor.place(at: 0, in: allPermissions.map(\.id), visible: visibleRows(turn))
      }
      readBeside(&turn)
    case .failed(let error):
      if document.reading == generation { document.fail(error) }
      if roles.reading == generation { roles.fail(error) }
      if permissions.reading == generation { permissions.fail(error) }
      if error.code == .rateLimited, error.retryAt != nil {
        turn.perform(.wait(.seconds(1), .countdown(generation)))
      }
    default:
      break
    }
  }

  /// Takes the roles as they are now, however they came to be read.
  mutating func take(_ read: [Role], _ turn: inout Turn) {
    let isFirst = roles.value == nil
    roles.succeed(read, at: turn.now)
    marked.formIntersection(read.map(\.id))
    regather(&turn)
    if isFirst {
      roleCursor.place(at: 0, in: held.map(\.id), visible: visibleRows(of: .roles, turn))
    }
  }

  /// Takes what became of a plan that concerned the user.
  mutating func take(_ report: PlanReport, _ turn: inout Turn) {
    if let roles = report.rolesNow[id] {
      takeAfterChange(roles, &turn)
    } else if report.plan.users.contains(where: { $0.id == id }) {
      refresh(&turn)
    }
  }

  /// Takes the roles that were read after a change, and forgets what the change made untrue.
  private mutating func takeAfterChange(_ read: [Role], _ turn: inout Turn) {
    turn.cancel(roles.reading)
    turn.cancel(permissions.reading)
    take(read, &turn)
    marked = []
    markedGrants = []
    permissions.invalidate()
    if view == .permissions { readPermissions(&turn) }
  }

  /// A second of a countdown is over: reads again at its end.
  mutating func countDown(_ generation: Generation, _ turn: inout Turn) {
    let errors = [
      document.waiting == generation ? document.error : nil,
      roles.waiting == generation ? roles.error : nil,
      permissions.waiting == generation ? permissions.error : nil,
      groups.effective.waiting == generation ? groups.effective.error : nil,
      organizations.list.waiting == generation ? organizations.list.error : nil,
      history.list.waiting == generation ? history.list.error : nil,
      devices.sessions.waiting == generation ? devices.sessions.error : nil,
      devices.tokens.waiting == generation ? devices.tokens.error : nil,
    ]
    guard let retryAt = errors.compactMap(\.self).first?.retryAt else { return }
    guard turn.now >= retryAt else {
      turn.perform(.wait(.seconds(1), .countdown(generation)))
      return
    }
    if document.waiting == generation { readDocument(&turn) }
    if roles.waiting == generation { readRoles(&turn) }
    if permissions.waiting == generation { readPermissions(&turn) }
    if groups.effective.waiting == generation { groups.read(of: id, &turn) }
    if organizations.list.waiting == generation { organizations.read(of: id, &turn) }
    if history.list.waiting == generation { history.read(of: id, &turn) }
    if devices.sessions.waiting == generation || devices.tokens.waiting == generation {
      devices.read(of: id, &turn)
    }
  }

  /// Moves the cursor of the view, or scrolls it.
  mutating func move(_ movement: Movement, _ turn: inout Turn) {
    let visible = visibleRows(turn)
    switch view {
    case .roles:
      roleCursor.move(movement, in: held.map(\.id), visible: visible)
    case .permissions:
      permissionCursor.move(movement, in: allPermissions.map(\.id), visible: visible)
    case .organizations:
      organizations.cursor.move(
        movement, in: organizations.rows.map(\.id), visible: visible)
    case .history: history.cursor.move(movement, in: history.ids, visible: visible)
    case .devices: devices.cursor.move(movement, in: devices.ids, visible: visible)
    case .details:
      detailsScroll = scrolled(
        detailsScroll, movement, lines: detailsRows(turn).count, visible: visible)
    case .rawJSON:
      jsonScroll = scrolled(jsonScroll, movement, lines: jsonLines.count, visible: visible)
    }
    readBeside(&turn)
  }

  /// Puts the cursor on a row of the view's table.
  mutating func place(at row: Int, _ turn: inout Turn) {
    switch view {
    case .roles:
      roleCursor.place(at: row, in: held.map(\.id), visible: visibleRows(turn))
    case .permissions:
      permissionCursor.place(at: row, in: allPermissions.map(\.id), visible: visibleRows(turn))
    case .organizations:
      organizations.cursor.place(
        at: row, in: organizations.rows.map(\.id), visible: visibleRows(turn))
    case .history:
      history.cursor.place(at: row, in: history.ids, visible: visibleRows(turn))
    case .devices:
      devices.cursor.place(at: row, in: devices.ids, visible: visibleRows(turn))
    case .details, .rawJSON:
      break
    }
  }

  /// Fits the view into another number of rows.
  mutating func resize(_ turn: inout Turn) {
    roleCursor.reveal(in: held.map(\.id), visible: visibleRows(of: .roles, turn))
    permissionCursor.reveal(
      in: allPermissions.map(\.id), visible: visibleRows(of: .permissions, turn))
    organizations.cursor.reveal(
      in: organizations.rows.map(\.id), visible: visibleRows(of: .organizations, turn))
    history.cursor.reveal(in: history.ids, visible: visibleRows(of: .history, turn))
    devices.cursor.reveal(in: devices.ids, visible: visibleRows(of: .devices, turn))
    boundScroll(turn)
    readBeside(&turn)
  }

  /// Holds what is scrolled within what there is to see.
  private mutating func boundScroll(_ turn: Turn) {
    detailsScroll = min(
      detailsScroll, max(0, detailsRows(turn).count - visibleRows(of: .details, turn)))
    jsonScroll = min(jsonScroll, max(0, jsonLines.count - visibleRows(of: .rawJSON, turn)))
  }

  private func detailsRows(_ turn: Turn) -> [Line] {
    detailsLines(now: turn.now, columns: turn.body.columns - 4)
  }

  /// How many rows or lines of the view are on screen.
  func visibleRows(_ turn: Turn) -> Int { visibleRows(of: view, turn) }

  /// How many rows or lines of a view are on screen.
  func visibleRows(of view: View, _ turn: Turn) -> Int {
    let content = layout(turn.body).content
    return switch view {
    case .roles, .permissions, .organizations, .history, .devices:
      Table.visibleRows(in: tableRect(of: view, in: content).rows)
    case .details, .rawJSON: content.rows
    }
  }

  private func scrolled(
    _ scroll: Int, _ movement: Movement, lines: Int, visible: Int
  ) -> Int {
    let last = max(0, lines - visible)
    let target =
      switch movement {
      case .up: scroll - 1
      case .down: scroll + 1
      case .pageUp: scroll - visible
      case .pageDown: scroll + visible
      case .wheelUp: scroll - 3
      case .wheelDown: scroll + 3
      case .first: 0
      case .last: last
      }
    return min(max(0, target), last)
  }

  private mutating func readDocument(_ turn: inout Turn) {
    turn.cancel(document.reading)
    document.begin(turn.read(.user(id)))
  }

  private mutating func readRoles(_ turn: inout Turn) {
    turn.cancel(roles.reading)
    roles.begin(turn.read(.roles(id)))
  }

  private mutating func readPermissions(_ turn: inout Turn) {
    turn.cancel(permissions.reading)
    permissions.begin(turn.read(.permissions(id)))
  }
}
