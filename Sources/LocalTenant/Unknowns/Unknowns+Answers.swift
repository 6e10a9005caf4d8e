extension TenantConfiguration.Unknowns {
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

  /// What answers an application that asks for a scope that it was not granted.
  package enum UngrantedScope: String, Sendable, CaseIterable {
    /// 403.
    case forbidden = "403"
    /// 401.
    case unauthorized = "401"
  }

  /// What answers a page of no items, `per_page=0`.
  package enum PageOfNone: String, Sendable, CaseIterable {
    /// No items.
    case empty
    /// As many items as where nothing is said.
    case usual
    /// 400, `invalid_query_string`.
    case badRequest = "400"
  }

  /// What the refusal of a search by a leading wildcard with few letters says.
  package enum WildcardRefusal: String, Sendable, CaseIterable {
    /// What is wrong, with an error code.
    case explained
    /// "Bad Request", and nothing else.
    case bare
  }

  /// What stands for the connection of an export of all connections.
  package enum ConnectionOfAll: String, Sendable, CaseIterable {
    /// An empty text.
    case empty
    /// Null.
    case null
    /// No member.
    case absent
  }
}
