import AccessModel
import Canvas

extension Action {
  /// What keys do in the list of APIs.
  static let inAPIs: [Action] = [
    Action(
      .setRBAC, "Enable RBAC, or disable it", hint: "RBAC", keys: [.character("e")],
      isDanger: true, in: [.apis], obstacle: { $0.obstacleToSettingRBAC }),
    Action(
      .setTokenPermissions, "Add permissions in the access token, or leave them out",
      hint: "permissions in the token", keys: [.character("p")], isDanger: true, in: [.apis],
      obstacle: { $0.obstacleToSettingTokenPermissions }),
  ]
}
