/// What was so before a change, as far as it was read.
package enum HeldBefore: Hashable, Sendable {
  /// It was not read.
  case notRead
  /// Whether the role was held, the permission granted, or the role existed.
  case held(Bool)
  /// How the API treated roles.
  case rbac(RBACSetting)

  /// Whether a change asks for what was so already.
  ///
  /// What was not read is not taken for so.
  package func isAlready(_ change: Change) -> Bool {
    switch (self, change) {
    case (.rbac(let old), .setRBAC(_, let setting)): old.fulfils(setting)
    case (_, .setRBAC), (_, .revokeAccess), (.notRead, _), (.rbac, _): false
    case (.held(let held), _): held == change.grants
    }
  }
}
