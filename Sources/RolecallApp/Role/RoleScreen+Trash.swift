import AccessModel

extension RoleScreen {
  /// What the trash key is about in the view, members aside: permissions of the role, or the role itself.
  var trash: [Change] {
    switch view {
    case .settings: [.deleteRole(known)]
    case .permissions: chosenPermissions.map { .removePermission($0, from: known) }
    // There may be a hundred thousand of them: a plan is made from the list itself.
    case .users: []
    }
  }

  /// Why the trash key has nothing to be about in the view.
  var obstacleToTrash: String {
    switch view {
    case .settings: "the role has not been read yet"
    case .permissions: "no permission is under the cursor"
    case .users: "no user is under the cursor"
    }
  }

  /// The permissions that the trash key acts on: all that are marked and shown, else the one under the
  /// cursor.
  var chosenPermissions: [Permission] {
    guard markedPermissions.isEmpty else {
      return permissions.shown.filter { markedPermissions.contains($0.key) }
    }
    return permissions.current.map { [$0] } ?? []
  }

  /// Marks the permission under the cursor, or takes its mark away, and goes on to the next.
  mutating func toggleMark(_ turn: inout Turn) {
    guard view == .permissions, let permission = permissions.current else { return }
    markedPermissions.formSymmetricDifference([permission.key])
    move(.down, &turn)
  }
}
