import AccessModel

extension UserScreen {
  /// What the trash key is about in the view: a role held directly, a direct grant, a role that is held
  /// within an organization.
  var trash: [Change] {
    switch view {
    case .roles: chosenRoles.map { .removeRole($0, from: user) }
    case .permissions: chosenGrants.map { .revokePermission($0.permission, from: user) }
    case .organizations:
      organizations.chosen.compactMap { row in
        row.role.map { .removeOrganizationRole($0, from: user, in: row.organization) }
      }
    case .devices: devices.rows.isEmpty ? [] : [.revokeAccess(of: user)]
    case .details, .history, .rawJSON: []
    }
  }

  /// Why the trash key has nothing to be about in the view.
  var obstacleToTrash: String {
    switch view {
    case .roles:
      roles.value == nil
        ? "the roles have not been read yet"
        : currentHeld?.obstacle ?? "no role is under the cursor"
    case .permissions:
      permissions.value == nil
        ? "the permissions have not been read yet"
        : currentPermission?.obstacle ?? "no permission is under the cursor"
    case .organizations:
      organizations.current?.obstacle ?? "no role is under the cursor"
    case .devices: "no session and no refresh token has been read"
    case .details, .history, .rawJSON: "there is nothing to remove in this view"
    }
  }

  /// Why the row under the cursor cannot be marked; `nil` where it can.
  var obstacleToMarking: String? {
    switch view {
    case .roles: currentHeld.map(\.obstacle) ?? "no role is under the cursor"
    case .permissions: currentPermission.map(\.obstacle) ?? "no permission is under the cursor"
    case .organizations: organizations.current.map(\.obstacle) ?? "no role is under the cursor"
    case .details, .history, .devices, .rawJSON: "nothing can be marked in this view"
    }
  }

  /// The direct grants that the trash key acts on: all that are marked, else the one under the cursor.
  var chosenGrants: [UserPermission] {
    guard markedGrants.isEmpty else {
      return allPermissions.filter { $0.isDirect && markedGrants.contains($0.id) }
    }
    return currentPermission.flatMap { $0.isDirect ? [$0] : nil } ?? []
  }

  /// Marks the row under the cursor, or takes its mark away, and goes on to the next.
  ///
  /// Only what can be removed here can be marked.
  mutating func mark(_ step: MarkStep, _ turn: inout Turn) {
    guard step == .toggle, obstacleToMarking == nil else { return }
    switch view {
    case .roles: if let role = currentHeld { marked.formSymmetricDifference([role.id]) }
    case .permissions:
      if let grant = currentPermission { markedGrants.formSymmetricDifference([grant.id]) }
    case .organizations:
      if let row = organizations.current { organizations.marked.formSymmetricDifference([row.id]) }
    case .details, .history, .devices, .rawJSON: return
    }
    move(.down, &turn)
  }
}
