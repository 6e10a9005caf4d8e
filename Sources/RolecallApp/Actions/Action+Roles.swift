import AccessModel
import Canvas

extension Action {
  /// What keys do in the list of roles, and on a role.
  static let inRoles: [Action] = [
    Action(
      .openRole, "Open the role", hint: "open", keys: [.enter, .character("l")], in: [.roles],
      obstacle: { $0.currentRole == nil ? "no role is under the cursor" : nil }),
    Action(
      .openUser, "Open the user", hint: "open", keys: [.enter], in: [.roleUsers],
      obstacle: { $0.currentUser == nil ? "no user is under the cursor" : nil }),
    Action(
      .trash, "Delete the role: everybody loses it", hint: "delete role",
      keys: [.character("d"), .delete], isDanger: true, in: [.roles, .roleSettings],
      obstacle: { $0.obstacleToTrash }),
    Action(
      .trash, "Take the marked permissions from the role, or the one under the cursor",
      hint: "remove permission", keys: [.character("d"), .delete], isDanger: true,
      in: [.rolePermissions], obstacle: { $0.obstacleToTrash }),
    Action(
      .markRow, "Mark the permission, or take its mark away", hint: "mark",
      keys: [.character(" ")], in: [.rolePermissions],
      obstacle: {
        $0.roleScreen?.permissions.current == nil ? "no permission is under the cursor" : nil
      }),
    Action(
      .trash, "Take the role from the marked users, or from the one under the cursor",
      hint: "remove role", keys: [.character("d"), .delete], isDanger: true, in: [.roleUsers],
      obstacle: { $0.obstacleToRemovingMembers }),
    Action(
      .addUsers, "Assign the role to users found by a search", hint: "add users",
      keys: [.character("a")], in: [.roleUsers], obstacle: { $0.obstacleToAddingUsers }),
    Action(
      .removeFromEverybody, "Take the role from everybody who holds it directly",
      keys: [.character("D")], isDanger: true, in: [.roleUsers],
      obstacle: { $0.obstacleToRemovingFromEverybody }),
    Action(
      .markStale, "Mark those shown who have not signed in for 90 days",
      keys: [.character("L")], in: [.roleUsers]),
    Action(
      .markBlocked, "Mark those shown who are blocked", keys: [.character("B")], in: [.roleUsers]),
  ]
}
