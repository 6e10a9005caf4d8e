extension ResumeDecision {
  /// What becomes of a change, to follow who and what it concerns and a colon.
  ///
  /// - Parameter change: The change, of which a removal and a grant are spoken of otherwise.
  package func words(for change: Change) -> String {
    switch self {
    case .send: "is sent"
    case .recorded: "done, and not sent again"
    case .recordedUnread(let error): "done; it could not \(error.operation.purpose) again"
    case .alreadySo: "so already, and not sent"
    case .soWithUncertainFate: "so, whether by this run or by somebody else"
    case .decidedAgainSince: "\(Self.again(change)) since, not by this run"
    case .decidedByOthers(.run(let run)): "run \(run) decided about it since"
    case .decidedByOthers(.log): "somebody else decided about it since"
    case .askLog: "the tenant's log has to be asked whether it was done"
    case .askPerson: "nobody knows whether it was done: say whether it is sent"
    case .leftByPerson: "left as it is"
    case .refused: "refused before; a retry sends it again"
    case .unread(let error): "not sent: could not \(error.operation.purpose)"
    case .userDeleted: "the user does not exist any more"
    case .userCreatedAnotherTime: "another person has this id now, created at another time"
    case .roleDeleted: "the role does not exist any more"
    case .unreadableRecord: "the journal's record of it cannot be understood"
    }
  }

  private static func again(_ change: Change) -> String {
    switch change {
    case .removeRole, .removeOrganizationRole: "assigned again"
    case .assignRole, .assignOrganizationRole: "removed again"
    case .revokePermission: "granted again"
    case .grantPermission: "revoked again"
    case .removePermission: "added again"
    case .addPermission: "removed again"
    case .deleteRole: "there again"
    case .setRBAC: "set otherwise"
    case .revokeAccess: "signed in again"
    }
  }
}
