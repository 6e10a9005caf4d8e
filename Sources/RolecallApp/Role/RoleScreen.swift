package import AccessModel
package import FoundationEssentials

/// One role: what it is, what it gives, and who holds it directly.
package struct RoleScreen: Hashable, Sendable {
  /// The views of a role, in the Dashboard's words and order.
  package enum View: Int, Hashable, Sendable, CaseIterable {
    case settings
    case permissions
    case users

    /// The view's name in the Dashboard.
    package var title: String {
      switch self {
      case .settings: "Settings"
      case .permissions: "Permissions"
      case .users: "Users"
      }
    }
  }

  /// A looking up of members that goes on until all of them are known.
  struct Marking: Hashable, Sendable {
    /// Which members are to be marked.
    var mark: MemberMark
    /// The members that it is about: those that were shown when it began.
    var ids: [UserID]
    /// How many of them have been looked up.
    var checked = 0
  }

  /// Members that are being looked up.
  struct Lookup: Hashable, Sendable {
    var generation: Generation
    var ids: [UserID]
  }

  /// Which role this is; never changes while the screen is open.
  package let id: RoleID
  /// What a list said of the role.
  package let listed: Role
  /// The view that is shown.
  package internal(set) var view = View.users
  /// The role as it was read.
  package internal(set) var role = Loadable<Role>()
  /// How many hold it, and how many permissions it gives.
  package internal(set) var reach = Loadable<RoleReach>()
  /// What it gives.
  var permissions = FilteredList<Permission>()
  /// The permissions that are marked, whatever the filter leaves.
  package internal(set) var markedPermissions: Set<Permission.Key> = []
  /// Who holds it directly, as far as that has been read.
  var members = MemberList()
  /// The read that brings the members, page by page.
  var streaming: Generation?
  /// Whether all members have been read.
  package internal(set) var isComplete = false
  /// When the members were read.
  var membersReadAt: Date?
  /// Why the members could not be read to their end.
  var membersError: APIError?
  /// The read of members that a countdown stands before.
  var membersWaiting: Generation?
  /// Members that are being looked up.
  var lookup: Lookup?
  /// Why members could not be looked up; not tried again until the person asks.
  var lookupError: APIError?
  /// Whether the members are read once more, and who has been found again so far.
  var isRestarting = false
  var freshIDs: Set<UserID> = []
  /// What is being looked up so that it can be marked.
  var marking: Marking?

  /// How many users are looked up by one search.
  static let lookupSize = 50

  /// A role's screen, on those who hold it.
  package init(_ role: Role) {
    id = role.id
    listed = role
  }

  /// The best that is known of the role.
  package var known: Role { role.value ?? listed }

  /// The member under the cursor, as a user.
  package var currentUser: User? {
    guard view == .users else { return nil }
    return members.current.map(Self.user)
  }

  /// The members that are marked, whatever the filter shows.
  package var marked: Set<UserID> { members.markedIDs }

  /// The users that the trash key acts on.
  package var chosenUsers: [User] { members.chosen.map(Self.user) }

  /// When what the view shows was read.
  package var readAt: Date? {
    switch view {
    case .settings: role.readAt
    case .permissions: permissions.whole.readAt
    case .users: membersReadAt
    }
  }

  /// Whether anything of the role is being read.
  package var isLoading: Bool {
    role.reading != nil || permissions.whole.reading != nil || streaming != nil
  }

  /// What stands in the view's way, if anything.
  var error: APIError? {
    switch view {
    case .settings: role.error
    case .permissions: permissions.whole.error
    case .users: membersError
    }
  }

  /// Whether the view's read is made again by itself.
  var isWaiting: Bool {
    switch view {
    case .settings: role.waiting != nil
    case .permissions: permissions.whole.waiting != nil
    case .users: membersWaiting != nil
    }
  }

  private static func user(_ member: RoleMember) -> User {
    User(id: member.id, name: member.name, email: member.email)
  }
}

extension Permission: Filterable {
  package var id: Key { key }
  var filterTexts: [String] { [name, apiName, description] }
}
