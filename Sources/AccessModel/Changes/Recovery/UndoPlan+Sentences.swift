extension UndoPlan.Reason {
  /// Why a change is not taken back, to follow who and what it concerns and a colon.
  package var words: String {
    switch self {
    case .alreadySoThen: "it was so before, and the run did nothing"
    case .neverDone: "it was never done"
    case .fateUncertain: "nobody knows whether it was done; resume finds out"
    case .beforeUnknown: "what was so before was not read, so that it may not be this run's"
    case .irrevocable(let reason): reason.words
    case .takenBackSince: "it was taken back already"
    case .decidedSince(.run(let run)): "run \(run) decided about it since"
    case .decidedSince(.log): "somebody else decided about it since"
    case .setDifferentlySince: "it was set otherwise since"
    case .userDeleted: "the user does not exist any more"
    case .userBlocked: "the user is blocked"
    case .userCreatedAnotherTime: "another person has this id now, created at another time"
    case .userNotCertain: "it cannot be told whether this is the same person"
    case .notMember: "the user is not a member of the organization any more"
    case .roleDeleted: "the role was deleted; one of the same name would be another role"
    case .roleGivesMore(let permissions): Self.growth(permissions)
    case .unread(let error): "it could not \(error.operation.purpose)"
    case .unreadableRecord: "the journal's record of it cannot be understood"
    }
  }

  private static func growth(_ permissions: [Permission.Key]) -> String {
    let named = permissions.prefix(3).map(\.name).joined(separator: ", ")
    let rest = permissions.count > 3 ? " and \(permissions.count - 3) more" : ""
    return "the role gives more now than then: \(named)\(rest)"
  }
}
