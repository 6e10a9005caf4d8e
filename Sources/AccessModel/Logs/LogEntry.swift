package import FoundationEssentials

/// A line of the tenant's log, as `GET /api/v2/logs` lists it.
///
/// Every field may be missing or of a type that the document does not name, and is then `nil`.
package struct LogEntry: Hashable, Sendable, Identifiable {
  /// The call of the Management API that an entry is about.
  package struct Call: Hashable, Sendable {
    /// The method in lower case, as the log has it.
    package var method: String?
    /// The path as it was sent, ids encoded: `/api/v2/users/auth0%7C63d1/roles`.
    package var path: String?
    /// The ids that the body named under `roles`.
    package var roles: [RoleID]
    /// The ids that the body named under `users`.
    package var users: [UserID]
    /// What the body named under `permissions`.
    package var permissions: [Permission.Key]
    /// The status that the tenant answered.
    package var status: Int?

    /// A call from its parts.
    package init(
      method: String? = nil, path: String? = nil, roles: [RoleID] = [], users: [UserID] = [],
      permissions: [Permission.Key] = [], status: Int? = nil
    ) {
      self.method = method
      self.path = path
      self.roles = roles
      self.users = users
      self.permissions = permissions
      self.status = status
    }
  }

  /// The id (`log_id`), which is the cursor of reading on.
  package var id: String
  package var date: Date?
  /// What happened, by code: `sapi` for a write of the Management API, `s` for a login.
  package var type: String?
  package var description: String?
  package var clientID: String?
  package var clientName: String?
  /// The address (IP) that it came from.
  package var address: String?
  package var userAgent: String?
  package var connection: String?
  package var organizationID: OrganizationID?
  /// Whom it is about; `nil` for calls of the Management API, whoever they concern.
  package var userID: UserID?
  package var userName: String?
  /// What the caller sent as `X-Correlation-ID`.
  package var correlationID: String?
  /// The call, where it is about one.
  package var call: Call?
  /// The entry as sent; empty where it was not kept.
  package var json: RawJSON

  /// An entry with only an id and what is given.
  package init(id: String, date: Date? = nil, type: String? = nil, description: String? = nil) {
    self.id = id
    self.date = date
    self.type = type
    self.description = description
    json = RawJSON(bytes: [])
  }
}
