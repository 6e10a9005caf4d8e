import AccessModel
import Canvas

extension Action {
  /// What keys do on a user.
  static let onUser: [Action] = [
    Action(
      .openRole, "Open the role", hint: "role", keys: [.enter], in: [.userRoles],
      obstacle: { $0.currentRole == nil ? "no role is under the cursor" : nil }),
    Action(
      .removeRole, "Remove the marked roles, or the role under the cursor", hint: "remove role",
      keys: [.character("d"), .delete], isDanger: true, in: [.userRoles],
      obstacle: { $0.obstacleToRemoving }),
    Action(
      .removeRole, "Say where this is managed: it cannot be removed here",
      keys: [.character("d"), .delete], isDanger: true, in: [.userPermissions, .userOrganizations],
      obstacle: { $0.obstacleToRemoving }),
    Action(
      .chooseRoles, "Assign roles to the user", hint: "assign roles", keys: [.character("a")],
      in: userViews, obstacle: { $0.obstacleToChoosingRoles }),
    Action(
      .markRole, "Mark the role, or take its mark away", hint: "mark", keys: [.character(" ")],
      in: [.userRoles], obstacle: { $0.obstacleToMarking }),
  ]
}
