/// What a user is now, as far as taking back or going on has to know it.
package struct UserNow: Hashable, Sendable {
  /// When the user was created; `nil` where the tenant does not say.
  package var createdAt: Timestamp?
  /// Whether an administrator has blocked the user.
  package var isBlocked: Bool

  /// A user as read now.
  package init(createdAt: Timestamp?, isBlocked: Bool) {
    self.createdAt = createdAt
    self.isBlocked = isBlocked
  }

  /// A user as read now.
  package init(_ user: User) {
    self.init(createdAt: user.createdAt.map(Timestamp.init), isBlocked: user.isBlocked)
  }

  /// Whether this is the person whom a record is about, and not another one under the same id.
  ///
  /// Where the record does not have the time of creation, a user who was there before the record was
  /// made is the same: an id is one person's at a time.
  package func isSame(as then: ChangeRecord.UserThen, recordedAt moment: Timestamp) -> Bool? {
    guard let createdAt else { return nil }
    if let known = then.createdAt { return known == createdAt }
    return createdAt < moment
  }
}

/// What a role is now.
package struct RoleNow: Hashable, Sendable {
  /// What it gives; unknown where it could not be read.
  package var permissions: Fact<[Permission.Key]>

  /// A role as read now.
  package init(permissions: Fact<[Permission.Key]>) {
    self.permissions = permissions
  }
}
