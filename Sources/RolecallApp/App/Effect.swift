package import AccessModel

/// Something that the app wants done outside itself, as data.
package enum Effect: Hashable, Sendable {
  /// Ask the tenant; the reply bears the generation.
  case read(Read, Generation)
  /// Nobody waits for this read any more.
  case cancel(Generation)
  /// Carry out a plan that a person has confirmed. It cannot be cancelled.
  case run(Plan)
  /// Carry out a plan that a person has confirmed, and that takes a run back.
  case undo(Plan, of: RunNumber)
  /// Carry out a plan that a person has confirmed, and that repeats what of a run was never accepted.
  case retry(Plan, of: RunNumber)
  /// Go on with a run on record, whose whole plan this is, and send no more than was shown.
  case resume(Plan, of: RunNumber, shown: ResumeOffer)
  /// Let nothing more of a plan leave until it goes on; the plan is named by its id.
  case pauseRun(String)
  /// Go on with a plan that was paused.
  case goOn(String)
  /// End a plan early, for good, once what is on its way has come back.
  case stopRun(String)
  /// Leave a plan where it stands, once what is on its way has come back; it can go on another time.
  case leaveRun(String)
  /// Write a plan to a file, for somebody to apply.
  case writePlan(Plan)
  /// Write all that is on record of a run to files.
  case exportRun(RunNumber)
  /// Say `Message.waited` after a while.
  case wait(Duration, Wait)
  /// Put text on the person's clipboard.
  case copy(String)
  /// Give the terminal back until the person brings the program to the foreground.
  case suspend
}

/// A question to the tenant.
package enum Read: Hashable, Sendable {
  /// Users that fit a search, one page.
  case users(UserSearch, UserQuery)
  /// One user, with the bytes as sent.
  case user(UserID)
  /// All roles that a user holds directly.
  case roles(UserID)
  /// All permissions of a user.
  case permissions(UserID)
  /// All roles that a user has, directly or through groups.
  case effectiveRoles(UserID)
  /// The groups through which a user has a role.
  case roleGroups(RoleID, of: UserID)
  /// The organizations of a user.
  case organizations(UserID)
  /// All roles that a user holds within an organization.
  case organizationRoles(UserID, in: OrganizationID)
  /// A page of what the tenant's log has about a user, the newest first.
  case userLogs(UserID, page: Int)
  /// All sessions of a user.
  case userSessions(UserID)
  /// All refresh tokens of a user.
  case refreshTokens(UserID)
  /// All roles of the tenant.
  case tenantRoles
  /// One role.
  case role(RoleID)
  /// How many hold a role directly, and how many permissions it gives.
  case roleReach(RoleID)
  /// All permissions that a role gives.
  case rolePermissions(RoleID)
  /// Everybody who holds a role directly: many replies, the last of which says so.
  case roleMembers(RoleID)
  /// What a search says of users, by id; those that it does not know are left out.
  case usersByID([UserID])
  /// What users hold directly, with their permissions where said: many replies, the last of which says so.
  case holdings(People, withPermissions: Bool)
  /// The tenant's APIs.
  case resourceServers
  /// Everything that taking these roles from this user costs.
  case removalFacts(User, removing: [Role])
  /// What a plan costs; everything of its users where it is to be read fully, or they are few.
  case planFindings(Plan, fully: Bool)
  /// The last calls of the API, the oldest first; after one, as soon as there are any.
  case apiCalls(after: Int?)
  /// The runs on record, newest first.
  case runs
  /// One run on record.
  case run(RunNumber)
  /// The places of a run's changes that fit a filter.
  case runPlaces(RunNumber, RunFilter)
  /// What is on record of a run's changes at some places.
  case runChanges(RunNumber, at: [Int])
  /// What would take a run back, by what is so now.
  case undoPlan(RunNumber)
  /// What would repeat what of a run was never accepted, by what is so now.
  case retryPlan(RunNumber)
  /// What going on with a run would come to, by what is so now.
  case resumePlan(RunNumber, answers: [Int: ResumeDecision.Answer] = [:])
}

/// What a wait is for.
package enum Wait: Hashable, Sendable {
  /// Typing has paused; the number tells the last key from those before.
  case typing(Generation)
  /// A notice has been there long enough.
  case notice(Int)
  /// A second of a countdown is over.
  case countdown(Generation)
}
