extension TenantConfiguration {
  /// How the tenant answers where nobody could find out how the real API does.
  ///
  /// Each default is the likeliest; a client has to survive the others too.
  package struct Unknowns: Sendable, Equatable {
    /// What answers the removal of a role that the user does not hold: `remove-unheld`.
    package var removalOfUnheldRole = EmptyRemoval.noContent
    /// What answers the removal of a role that does not exist: `remove-unknown`.
    package var removalOfUnknownRole = EmptyRemoval.noContent
    /// What answers the assignment of a role that the user holds: `assign-held`.
    package var assignmentOfHeldRole = RepeatedAssignment.noContent
    /// What answers the assignment of more roles than a user may hold: `assign-too-many`.
    package var assignmentOfTooManyRoles = ExcessAssignment.conflict
    /// What answers `/oauth/token` where the secret is wrong: `wrong-secret`.
    package var wrongSecret = RefusedApplication.unauthorized
    /// What answers `/oauth/token` where a scope was not granted: `ungranted-scope`.
    package var ungrantedScope = UngrantedScope.forbidden
    /// What answers `per_page=0` of users and logs: `per-page-0`.
    package var pageOfNone = PageOfNone.empty
    /// What the refusal of a leading wildcard with few letters says: `short-wildcard`.
    package var wildcardRefusal = WildcardRefusal.explained
    /// What stands for the connection of an export of all connections: `export-connection`.
    package var connectionOfAll = ConnectionOfAll.empty
    /// The longest user id in a path, in characters: `user-id-length`.
    package var longestUserID = 1_024
    /// The most users that one call assigns a role to; nil for any number: `assign-users-limit`.
    package var mostUsersOfAssignment: Int?
    /// Whether the names of `--tls-name` and `localhost` are audiences too: `custom-domain`.
    package var customDomainsAreAudiences = true
    /// Whether the body of a 401 has `attributes`: `401-attributes`.
    package var unauthorizedBodiesHaveAttributes = true
    /// Whether each answer has an `x-request-id`: `request-id`.
    package var answersHaveRequestIDs = false
    /// Whether an identity's `user_id` that is a whole number is one in JSON: `numeric-ids`.
    package var identityIDsAreNumbers = false
    /// Whether a removal that is refused for one role has removed those before it: `partial`.
    package var appliesRefusedWritesInPart = false
    /// How long a role's list of members lags behind: `member-lag`.
    package var memberListLag = Duration.zero
    /// How long sessions and refresh tokens outlive the 202 that ends them: `revocation-lag`.
    package var revocationLag = Duration.zero
    /// Whether the `sources` of a permission name the roles that give it: `sources-name-roles`.
    package var sourcesNameRoles = true
    /// Whether a user's permissions include those that come through groups: `group-permissions`.
    package var permissionsIncludeGroups = false
    /// Whether 409 "The role already exists." ignores case: `names-ignore-case`.
    package var roleNamesIgnoreCase = true
    /// Whether `name_filter` finds a part of a name; if not, only all of it: `filter-parts`.
    package var nameFilterFindsParts = true
    /// Whether a user's roles ask for `read:role_members` besides: `read-role-members`.
    package var readingRolesNeedsRoleMembers = false
    /// Whether removing roles asks for `delete:role_members` besides: `delete-role-members`.
    package var removingRolesNeedsRoleMembers = false
    /// Whether the log has an entry for a write that failed: `log-failures`.
    package var failedWritesAreLogged = false
    /// Whether the logs of a user that does not exist are 404; if not, there are none: `logs-404`.
    package var logsOfUnknownUserAreNotFound = false
    /// Whether a 429 says `Retry-After`: `retry-after`.
    package var saysRetryAfter = false
    /// Whose rate limit changes of a user's roles count against: `role-writes`.
    package var roleWriteFamily = LimitFamily.other
    /// Whether the total of a search ends at 1,000, as its pages do: `total-ends`.
    package var searchTotalEndsAtWall = false
    /// Whether subscriptions other than Enterprise refuse sessions and refresh tokens:
    /// `plan-gates`.
    package var sessionsNeedEnterprise = false

    /// The likeliest answers.
    package init() {}

    /// The likeliest answers but for those that a text names, such as
    /// `remove-unheld=404,member-lag=2s,partial=yes`.
    ///
    /// - Throws: ``SwitchError`` for a name or a value that there is not.
    package init(parsing text: String) throws(SwitchError) {
      var list = try SwitchList(text)
      removalOfUnheldRole = try list.word("remove-unheld", EmptyRemoval.self) ?? .noContent
      removalOfUnknownRole = try list.word("remove-unknown", EmptyRemoval.self) ?? .noContent
      assignmentOfHeldRole = try list.word("assign-held", RepeatedAssignment.self) ?? .noContent
      assignmentOfTooManyRoles =
        try list.word("assign-too-many", ExcessAssignment.self) ?? .conflict
      wrongSecret = try list.word("wrong-secret", RefusedApplication.self) ?? .unauthorized
      ungrantedScope = try list.word("ungranted-scope", UngrantedScope.self) ?? .forbidden
      pageOfNone = try list.word("per-page-0", PageOfNone.self) ?? .empty
      wildcardRefusal = try list.word("short-wildcard", WildcardRefusal.self) ?? .explained
      connectionOfAll = try list.word("export-connection", ConnectionOfAll.self) ?? .empty
      longestUserID = try list.number("user-id-length", in: 1...1_024) ?? 1_024
      mostUsersOfAssignment = try list.number("assign-users-limit", in: 1...1_000_000)
      customDomainsAreAudiences = try list.bool("custom-domain") ?? true
      unauthorizedBodiesHaveAttributes = try list.bool("401-attributes") ?? true
      answersHaveRequestIDs = try list.bool("request-id") ?? false
      identityIDsAreNumbers = try list.bool("numeric-ids") ?? false
      appliesRefusedWritesInPart = try list.bool("partial") ?? false
      memberListLag = try list.duration("member-lag") ?? .zero
      revocationLag = try list.duration("revocation-lag") ?? .zero
      sourcesNameRoles = try list.bool("sources-name-roles") ?? true
      permissionsIncludeGroups = try list.bool("group-permissions") ?? false
      roleNamesIgnoreCase = try list.bool("names-ignore-case") ?? true
      nameFilterFindsParts = try list.bool("filter-parts") ?? true
      readingRolesNeedsRoleMembers = try list.bool("read-role-members") ?? false
      removingRolesNeedsRoleMembers = try list.bool("delete-role-members") ?? false
      failedWritesAreLogged = try list.bool("log-failures") ?? false
      logsOfUnknownUserAreNotFound = try list.bool("logs-404") ?? false
      saysRetryAfter = try list.bool("retry-after") ?? false
      roleWriteFamily = try list.word("role-writes", LimitFamily.self) ?? .other
      searchTotalEndsAtWall = try list.bool("total-ends") ?? false
      sessionsNeedEnterprise = try list.bool("plan-gates") ?? false
      try list.finish()
    }
  }
}
