import AccessModel
import Canvas

extension Action {
  /// What keys do on a user.
  static let onUser: [Action] = [
    Action(
      .openRole, "Open the role", hint: "role", keys: [.enter], in: [.userRoles],
      obstacle: { $0.currentRole == nil ? "no role is under the cursor" : nil }),
    Action(
      .trash, "Remove the marked roles, or the role under the cursor", hint: "remove role",
      keys: [.character("d"), .delete], isDanger: true, in: [.userRoles],
      obstacle: { $0.obstacleToTrash }),
    Action(
      .trash, "Take back the marked direct grants, or the one under the cursor",
      hint: "remove grant", keys: [.character("d"), .delete], isDanger: true,
      in: [.userPermissions], obstacle: { $0.obstacleToTrash }),
    Action(
      .trash, "Remove the marked roles from the organizations, or the one under the cursor",
      hint: "remove role", keys: [.character("d"), .delete], isDanger: true,
      in: [.userOrganizations], obstacle: { $0.obstacleToTrash }),
    Action(
      .chooseRoles, "Assign roles to the user", hint: "assign roles", keys: [.character("a")],
      in: userViews, obstacle: { $0.obstacleToChoosingRoles }),
    Action(
      .markRow, "Mark the row, or take its mark away", hint: "mark", keys: [.character(" ")],
      in: [.userRoles, .userPermissions, .userOrganizations],
      obstacle: { $0.userScreen?.obstacleToMarking }),
    Action(
      .trash, "End all sessions and refresh tokens of the user", hint: "end all",
      keys: [.character("d"), .delete], isDanger: true, in: [.userDevices],
      obstacle: { $0.obstacleToTrash }),
    Action(
      .endAccess, "End the user's sessions and refresh tokens", keys: [.character("x")],
      isDanger: true, in: userViews, obstacle: { $0.obstacleToEndingAccess }),
  ]
}
