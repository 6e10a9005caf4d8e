import AccessModel
import Canvas

extension RoleScreen: Screen {
  var context: Action.Context {
    switch view {
    case .settings: .roleSettings
    case .permissions: permissions.isFieldFocused ? .filterField : .rolePermissions
    case .users: members.isFieldFocused ? .filterField : .roleUsers
    }
  }

  var place: [Span] {
    [Span("User Management › Roles › ", .muted), Span(known.displayName, .accent)]
  }

  var markedCount: Int {
    switch view {
    case .settings: 0
    case .permissions: markedPermissions.count
    case .users: members.marks.count
    }
  }

  var hiddenMarkCount: Int {
    switch view {
    case .settings: 0
    case .permissions: markedPermissions.subtracting(permissions.ids).count
    case .users: members.marks.hiddenCount
    }
  }

  mutating func open(_ turn: inout Turn) {
    readRole(&turn)
    readMembers(&turn)
  }

  mutating func refresh(_ turn: inout Turn) {
    readRole(&turn)
    if !permissions.whole.isUntouched { readPermissions(&turn) }
    turn.cancel(lookup?.generation)
    lookup = nil
    lookupError = nil
    members.forgetDetails()
    readMembers(&turn)
  }

  mutating func cancelLoading(_ turn: inout Turn) -> Bool {
    let wasReading = isLoading || marking != nil || membersWaiting != nil || role.waiting != nil
    for generation in [role.reading, reach.reading, streaming, lookup?.generation] {
      turn.cancel(generation)
    }
    role.abandon()
    reach.abandon()
    streaming = nil
    membersWaiting = nil
    lookup = nil
    marking = nil
    return permissions.abandon(&turn) || wasReading
  }

  /// Shows a view, and reads what it needs if that has not been read yet.
  mutating func show(_ view: View, _ turn: inout Turn) {
    self.view = view
    if view == .permissions, permissions.whole.isUntouched { readPermissions(&turn) }
  }

  /// Goes on to the next view or back, in a circle.
  mutating func step(by distance: Int, _ turn: inout Turn) {
    let views = View.allCases
    show(views[(view.rawValue + distance + views.count) % views.count], &turn)
  }

  mutating func receive(_ reply: Reply, for generation: Generation, _ turn: inout Turn) {
    if lookup?.generation == generation {
      takeLookup(reply, &turn)
    } else if streaming == generation {
      takeMembers(reply, generation, &turn)
    } else if permissions.whole.reading == generation {
      takePermissions(reply, generation, &turn)
    } else if role.reading == generation {
      if case .role(let read) = reply { role.succeed(read, at: turn.now) }
      if case .failed(let error) = reply {
        role.fail(error)
        if role.waiting != nil { turn.perform(.wait(.seconds(1), .countdown(generation))) }
      }
    } else if reach.reading == generation {
      if case .roleReach(let read) = reply { reach.succeed(read, at: turn.now) }
      if case .failed(let error) = reply { reach.succeed(RoleReach(unknown: error), at: turn.now) }
    } else {
      return
    }
    lookOn(&turn)
  }

  mutating func countDown(_ generation: Generation, _ turn: inout Turn) {
    if permissions.isDue(generation, &turn) { readPermissions(&turn) }
    guard generation == membersWaiting || generation == role.waiting,
      let retryAt = (generation == membersWaiting ? membersError : role.error)?.retryAt
    else { return }
    guard turn.now >= retryAt else {
      turn.perform(.wait(.seconds(1), .countdown(generation)))
      return
    }
    if generation == role.waiting { readRole(&turn) }
    if generation == membersWaiting { readMembers(&turn) }
  }

  /// A plan changed who holds the role, or what it gives: what was read back is shown.
  mutating func take(_ report: PlanReport, _ turn: inout Turn) {
    let so = report.outcomes.filter { $0.change.role?.id == id && $0.state.isSo }
    let kinds = Set(so.map(\.change.kind))
    guard !kinds.isEmpty else { return }
    if kinds.contains(.removeRole) {
      let gone = so.filter { $0.change.kind == .removeRole }.compactMap(\.change.user?.id)
      members.remove(Set(gone), visible: visibleRows(turn))
    }
    // Whoever was given the role stands somewhere in the tenant's order.
    if kinds.contains(.assignRole) { readMembers(&turn) }
    if !kinds.isDisjoint(with: [.removePermission, .addPermission]) {
      markedPermissions = []
      readPermissions(&turn)
    }
    readRole(&turn)
    lookOn(&turn)
  }

  mutating func move(_ movement: Movement, _ turn: inout Turn) {
    switch view {
    case .settings: break
    case .permissions: permissions.move(movement, visible: visibleRows(turn))
    case .users:
      members.move(movement, visible: visibleRows(turn))
      lookOn(&turn)
    }
  }

  mutating func mark(_ step: MarkStep, _ turn: inout Turn) {
    switch view {
    case .settings: break
    case .permissions: if step == .toggle { toggleMark(&turn) }
    case .users:
      members.mark(step)
      if step == .toggle { move(.down, &turn) }
    }
  }

  func obstacle(to step: MarkStep) -> String? { members.obstacle(to: step) }

  mutating func type(_ key: Key, _ turn: inout Turn) {
    switch view {
    case .settings: break
    case .permissions: permissions.type(key, visible: visibleRows(turn))
    case .users:
      guard members.isFieldFocused else { return }
      members.type(key, visible: visibleRows(turn))
      lookOn(&turn)
    }
  }

  mutating func paste(_ text: String, _ turn: inout Turn) {
    switch view {
    case .settings: break
    case .permissions: permissions.paste(text, visible: visibleRows(turn))
    case .users:
      guard members.isFieldFocused else { return }
      members.paste(text, visible: visibleRows(turn))
      lookOn(&turn)
    }
  }

  mutating func widen(_ turn: inout Turn) -> Bool {
    switch view {
    case .settings: false
    case .permissions: permissions.clearFilter(visible: visibleRows(turn))
    case .users: members.clearFilter(visible: visibleRows(turn))
    }
  }

  mutating func resize(_ turn: inout Turn) {
    permissions.reveal(visible: visibleRows(turn))
    members.reveal(visible: visibleRows(turn))
    lookOn(&turn)
  }

  mutating func focusFilter(_ isFocused: Bool) {
    switch view {
    case .settings: break
    case .permissions: permissions.isFieldFocused = isFocused
    case .users: members.isFieldFocused = isFocused
    }
  }

  /// How many rows of the view are on screen.
  func visibleRows(_ turn: Turn) -> Int { layout(turn.body).visibleRows }

  private mutating func takePermissions(
    _ reply: Reply, _ generation: Generation, _ turn: inout Turn
  ) {
    switch reply {
    case .permissions(let read):
      permissions.succeed(
        read.sorted { $0.key < $1.key }, at: turn.now, visible: visibleRows(turn))
      markedPermissions.formIntersection(read.map(\.key))
    case .failed(let error): permissions.fail(error, generation, &turn)
    default: break
    }
  }

  private mutating func readRole(_ turn: inout Turn) {
    turn.cancel(role.reading)
    role.begin(turn.read(.role(id)))
    turn.cancel(reach.reading)
    reach.begin(turn.read(.roleReach(id)))
  }

  private mutating func readPermissions(_ turn: inout Turn) {
    permissions.read(.rolePermissions(id), &turn)
  }
}
