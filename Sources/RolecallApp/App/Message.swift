package import AccessModel
package import Canvas
package import FoundationEssentials

/// Something that happened, and that the app's state may change by.
package enum Message: Hashable, Sendable {
  /// The terminal reported something.
  case event(Event)
  /// What time it is now, and how far the local clock is ahead of UTC, in seconds.
  case clock(Date, secondsFromUTC: Int)
  /// The tenant is there and may be asked.
  case opened(Session)
  /// The tenant cannot be opened; the program can only end.
  case openingFailed(Explanation)
  /// The tenant said what is left of its rate limit.
  case rateLimit(RateLimit)
  /// A read ended, which bears the generation that asked for it.
  case reply(Generation, Reply)
  /// A plan ran to its end.
  case finished(PlanReport)
  /// How a plan stands that is being carried out.
  case update(RunUpdate)
  /// A plan that is on record ran to its end, or was left.
  case ended(RunOutcome)
  /// A plan was not carried out, or broke off; the plan is named by its id.
  case refused(String, Explanation)
  /// A plan was written to a file, or could not be; the plan is named by its id.
  case wrote(String, PlanWriting)
  /// A run was written to files, or could not be.
  case exported(RunNumber, RunExporting)
  /// A wait that was asked for is over.
  case waited(Wait)
}

/// What a read brought.
package enum Reply: Hashable, Sendable {
  case users(UsersFound)
  case user(UserDocument)
  case roles([Role])
  case permissions([Permission])
  case effectiveRoles([EffectiveRole])
  case groups([Group])
  case organizations([Organization])
  case userLogs(Page<LogEntry>)
  case userSessions([UserSession])
  case refreshTokens([RefreshToken])
  case role(Role)
  case roleReach(RoleReach)
  case roleMembers(RoleMembersPage)
  case usersByID([User])
  case holdings(HoldingsPart)
  case resourceServers([ResourceServer])
  case removalFacts(RemovalFacts)
  case planFindings(PlanFindings)
  case apiCalls([APICall])
  case runs([RunSummary])
  case run(RunSummary)
  case runPlaces([Int])
  case runChanges([ChangeHistory])
  case undoPlan(UndoPlan)
  case retryOffer(RetryOffer)
  case resumeOffer(ResumeOffer)
  case failed(APIError)
}

/// A part of those who hold a role.
package struct RoleMembersPage: Hashable, Sendable {
  /// The members, in the tenant's order.
  package var members: [RoleMember]
  /// Whether nobody follows.
  package var isLast: Bool

  /// A part of the members.
  package init(members: [RoleMember], isLast: Bool) {
    self.members = members
    self.isLast = isLast
  }
}

/// What a search for users brought: those that the text names exactly, and a page of those it fits.
package struct UsersFound: Hashable, Sendable {
  /// Users that have the text as their email or id, read without the search's delay.
  package var exact: [User]
  /// A page of the search.
  package var page: Page<User>

  /// What was found.
  package init(exact: [User] = [], page: Page<User>) {
    self.exact = exact
    self.page = page
  }
}
