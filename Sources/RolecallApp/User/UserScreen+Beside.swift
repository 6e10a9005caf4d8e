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
      return false
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
    case .details, .rawJSON:
      break
    }
  }

  private func inView(_ rows: [HeldRole], from first: Int, _ turn: Turn) -> ArraySlice<HeldRole> {
    rows.dropFirst(first).prefix(max(1, visibleRows(of: .roles, turn)))
  }
}
