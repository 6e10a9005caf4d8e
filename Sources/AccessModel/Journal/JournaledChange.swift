/// A change of a plan as the journal keeps it: ids, and what there was to say about them then.
///
/// It holds no email address and no metadata.
package struct JournaledChange: Hashable, Sendable {
  /// The change, with the user's and the role's names and the user's `created_at` of then.
  package private(set) var record: ChangeRecord
  /// What the role gave then; `nil` where it was not read.
  package var rolePermissions: [ChangeRecord.PermissionThen]?
  /// Who held the role then, where the change deletes it; `nil` for any other change.
  package var roleMembers: [UserID]?

  /// A change from its parts; an email address in the record is left out.
  package init(_ record: ChangeRecord, rolePermissions: [ChangeRecord.PermissionThen]? = nil) {
    self.record = record
    self.record.user?.email = nil
    self.rolePermissions = rolePermissions
  }
}

extension JournaledChange: Codable {
  private enum CodingKeys: String, CodingKey {
    case record = "planned"
    case rolePermissions = "role_permissions"
    case roleMembers = "role_members"
  }
}
