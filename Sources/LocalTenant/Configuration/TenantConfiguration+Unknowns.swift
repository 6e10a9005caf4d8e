extension TenantConfiguration {
  /// How the tenant answers where nobody could find out how the real API does.
  ///
  /// Each default is the likeliest; a client has to survive the others too.
  package struct Unknowns: Sendable, Equatable {
    /// What answers a removal that removes nothing.
    package enum EmptyRemoval: String, Sendable, CaseIterable {
      /// 204, as if it had been there.
      case noContent = "204"
      /// 404, "The role does not exist."
      case notFound = "404"
      /// 400, `invalid_body`.
      case badRequest = "400"
    }

    /// What answers an assignment of a role that is held already.
    package enum RepeatedAssignment: String, Sendable, CaseIterable {
      /// 204, as if it had not been there.
      case noContent = "204"
      /// 409, and nothing is assigned.
      case conflict = "409"
      /// 400, and nothing is assigned.
      case badRequest = "400"
    }

    /// What answers an assignment that would be one too many.
    package enum ExcessAssignment: String, Sendable, CaseIterable {
      /// 409, as it is in an organization.
      case conflict = "409"
      /// 400, as it is with permissions.
      case badRequest = "400"
    }

    /// What answers an application that gives a wrong secret.
    package enum RefusedApplication: String, Sendable, CaseIterable {
      /// 401.
      case unauthorized = "401"
      /// 403.
      case forbidden = "403"
    }

    /// Whose rate limit a call counts against.
    package enum LimitFamily: String, Sendable, CaseIterable {
      /// That of calls which have none of their own.
      case other
      /// That of changes to users.
      case writeUsers = "write-users"
    }

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

    private static let names = [
      "remove-unheld", "remove-unknown", "assign-held", "assign-too-many", "wrong-secret",
      "partial", "member-lag", "revocation-lag",
      "sources-name-roles", "group-permissions", "names-ignore-case", "filter-parts",
      "read-role-members",
      "delete-role-members", "log-failures", "logs-404", "retry-after", "role-writes", "total-ends",
      "plan-gates",
    ]

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
      try list.finish(known: Self.names)
    }
  }
}
