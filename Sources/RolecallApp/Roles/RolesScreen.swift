package import AccessModel
package import FoundationEssentials

/// The roles of the tenant: what each is for, how many hold it directly, how many permissions it gives.
package struct RolesScreen: Hashable, Sendable {
  /// The roles, by name.
  var list = FilteredList<Role>()
  /// How far roles reach, as far as that has been read.
  package internal(set) var reach: [RoleID: RoleReach] = [:]
  /// The roles whose reach is being read.
  var reading: [Generation: RoleID] = [:]

  /// How many roles are asked about at a time: what a person waits for comes between them.
  static let readsAtATime = 4

  /// A list that has not been read yet.
  package init() {}

  /// The role under the cursor.
  package var current: Role? { list.current }

  /// The roles that are shown.
  package var shown: [Role] { list.shown }

  /// When the list was read.
  package var readAt: Date? { list.whole.readAt }

  /// Whether the list is being read; figures that come in beside it do not count.
  package var isLoading: Bool { list.whole.reading != nil }
}
