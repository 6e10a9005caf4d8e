import AccessModel
import Canvas

extension UserScreen {
  /// Gathers the rows anew, and keeps cursors on theirs.
  mutating func regather(_ turn: inout Turn) {
    regather()
    roleCursor.follow(held.map(\.id), visible: visibleRows(of: .roles, turn))
    permissionCursor.follow(
      allPermissions.map(\.id), visible: visibleRows(of: .permissions, turn))
  }

  /// Takes a reply to what is read beside the view's own; `false` where it is another.
  mutating func takeBeside(
    _ reply: Reply, for generation: Generation, _ turn: inout Turn
  ) -> Bool {
    if groups.take(reply, for: generation, &turn) {
      regather(&turn)
    } else if !organizations.take(
      reply, for: generation, visible: visibleRows(of: .organizations, turn), &turn)
    {
      return takeLazily(reply, for: generation, &turn)
    }
    if case .failed = reply,
      generation == groups.effective.waiting || generation == organizations.list.waiting
    {
      turn.perform(.wait(.seconds(1), .countdown(generation)))
    }
    // A line more or less below the list: the cursor's row stays in view.
    resize(&turn)
    return true
  }

  /// Asks for what the view shows beside its own and does not know yet, a few at a time.
  mutating func readBeside(_ turn: inout Turn) {
    switch view {
    case .roles:
      groups.readGroups(of: id, giving: inView(held, from: roleCursor.offset, turn), &turn)
      organizations.readNamedRoles(of: id, &turn)
    case .permissions:
      groups.readGroups(of: id, giving: held.filter { !$0.isDirect }, &turn)
      groups.readGiven(by: held, &turn)
    case .organizations:
      let first = organizations.cursor.offset
      organizations.readRoles(
        of: id, in: first..<first + max(1, visibleRows(of: .organizations, turn)), &turn)
    case .history:
      history.readOn(of: id, visible: visibleRows(of: .history, turn), &turn)
    case .details, .devices, .rawJSON:
      break
    }
  }

  /// Takes a reply to what is read when its view is opened; `false` where it is another.
  private mutating func takeLazily(
    _ reply: Reply, for generation: Generation, _ turn: inout Turn
  ) -> Bool {
    let isTaken =
      history.take(
        reply, for: generation, visible: visibleRows(of: .history, turn), &turn)
      || devices.take(
        reply, for: generation, visible: visibleRows(of: .devices, turn), &turn)
    guard isTaken else { return false }
    let waiting = [history.list.waiting, devices.sessions.waiting, devices.tokens.waiting]
    if waiting.contains(generation) {
      turn.perform(.wait(.seconds(1), .countdown(generation)))
    }
    resize(&turn)
    return true
  }

  private func inView(_ rows: [HeldRole], from first: Int, _ turn: Turn) -> ArraySlice<HeldRole> {
    rows.dropFirst(first).prefix(max(1, visibleRows(of: .roles, turn)))
  }
}
