/// What is so in the tenant now, as it was read before anything is taken back or gone on with.
///
/// What was not read at all is missing, and counts as unknown. A user or a role that does not exist any
/// more is known to be `nil`.
package struct TruthNow: Sendable {
  /// The users.
  package var users: [UserID: Fact<UserNow?>]
  /// The roles.
  package var roles: [RoleID: Fact<RoleNow?>]
  /// What each subject is now: held, or how an API is set.
  package var states: [Change.Subject: Fact<HeldBefore>]
  /// Whether users are members of organizations; needed for an organization's roles alone.
  package var members: [String: [UserID: Fact<Bool>]]
  /// What was decided since the run, by later runs and by the tenant's log.
  package var decidedSince: [Change.Subject: LaterDecision]
  /// Why the tenant's log does not tell what others decided; `nil` where it was read.
  package var decisionsUnread: APIError?

  /// What was read.
  package init(
    users: [UserID: Fact<UserNow?>] = [:], roles: [RoleID: Fact<RoleNow?>] = [:],
    states: [Change.Subject: Fact<HeldBefore>] = [:],
    members: [String: [UserID: Fact<Bool>]] = [:],
    decidedSince: [Change.Subject: LaterDecision] = [:], decisionsUnread: APIError? = nil
  ) {
    self.users = users
    self.roles = roles
    self.states = states
    self.members = members
    self.decidedSince = decidedSince
    self.decisionsUnread = decisionsUnread
  }

  /// Whether a change is so now.
  func isSo(_ change: Change) -> Fact<Bool> {
    switch states[change.subject] {
    case .known(.notRead), nil: .unknown(APIError(.unreadableAnswer, .getUser))
    case .known(let state): .known(state.isAlready(change))
    case .unknown(let error): .unknown(error)
    }
  }
}
