/// The operations that share a bucket of their own.
enum LimitFamily: String, Sendable, CaseIterable {
  case readUsers
  case writeUsers
  case deleteUsers
  case readLogs
  case readConnections
  case readOrganizations
  case readUserOrganizations
  case readOrganizationMembers
  case organizationMemberRoles
  /// Changes of what users hold, of which nobody knows whether they count as changes to users.
  case roleWrites
  /// Everything else.
  case other
}
