import AccessModel
import Canvas

extension Action {
  /// What keys copy.
  static let copying: [Action] = [
    Action(
      .copyCode, "Copy the removal as code", hint: "as code", keys: [.character("c")],
      in: [.userRoles], obstacle: { $0.obstacleToCopyingCode }),
    Action(
      .copyCode, "Copy the call of the change as code", hint: "as code", keys: [.character("c")],
      in: [.run, .record], obstacle: { $0.obstacleToCopyingCode }),
    Action(
      .copyCode, "Copy the call as code", hint: "as code", keys: [.character("c")],
      in: [.apiLog, .apiCall], obstacle: { $0.obstacleToCopyingCode }),
    Action(
      .copyCodeInNextLanguage, "Copy it in the next language", keys: [.character("C")],
      in: [.userRoles, .run, .record, .apiLog, .apiCall], obstacle: { $0.obstacleToCopyingCode }),
    Action(
      .copyDocument, "Copy the JSON, secrets hidden", hint: "copy", keys: [.character("Y")],
      in: [.userRawJSON],
      obstacle: { $0.userScreen?.document.value == nil ? "it has not been read yet" : nil }),
    Action(
      .copyID, "Copy the user's id", hint: "copy id", keys: [.character("i")],
      in: people, obstacle: { $0.currentUser == nil ? "no user is under the cursor" : nil }),
    Action(
      .copyEmail, "Copy the user's email", hint: "copy email", keys: [.character("e")],
      in: people, obstacle: { $0.currentUser?.email == nil ? "there is no email here" : nil }),
    Action(
      .copyAddress, "Copy the address of the user's page in the Dashboard",
      keys: [.character("w")], in: people,
      obstacle: { app in
        guard let user = app.currentUser, let session = app.session else {
          return "no user is under the cursor"
        }
        return session.tenant.dashboardAddress(of: user.id) == nil
          ? "this tenant has no Dashboard" : nil
      }),
  ]
}
