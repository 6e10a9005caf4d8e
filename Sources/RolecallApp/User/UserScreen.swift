package import AccessModel
package import FoundationEssentials

/// One user: who it is, and a view of what the user may do.
package struct UserScreen: Hashable, Sendable {
  /// The views of a user, in the Dashboard's words and order.
  package enum View: Int, Hashable, Sendable, CaseIterable {
    case details
    case roles
    case permissions
    case organizations
    case history
    case devices
    case rawJSON

    /// The view's name in the Dashboard.
    package var title: String {
      switch self {
      case .details: "Details"
      case .roles: "Roles"
      case .permissions: "Permissions"
      case .organizations: "Organizations"
      case .history: "History"
      case .devices: "Devices"
      case .rawJSON: "Raw JSON"
      }
    }
  }

  /// Who this is; never changes while the screen is open.
  package let id: UserID
  /// What a list said of the user before the user itself was read.
  package let listed: User?
  /// The view that is shown.
  package internal(set) var view = View.roles
  /// The user and its bytes.
  package internal(set) var document = Loadable<UserDocument>()
  /// The roles held directly.
  package internal(set) var roles = Loadable<[Role]>()
  /// The permissions that the tenant lists, and where each comes from.
  package internal(set) var permissions = Loadable<[Permission]>()
  /// What groups give.
  var groups = UserGroups()
  /// The organizations, and the roles held there.
  package internal(set) var organizations = UserOrganizations()
  /// What the tenant's log tells of the user.
  package internal(set) var history = UserHistory()
  /// Where the user is signed in.
  package internal(set) var devices = UserDevices()
  /// The rows of the Roles view: what is held directly, then what comes through groups alone.
  package private(set) var held: [HeldRole] = []
  /// The rows of the Permissions view.
  package private(set) var allPermissions: [UserPermission] = []
  /// Where the person is among the roles.
  var roleCursor = ListCursor<RoleID>()
  /// The roles that are marked.
  package internal(set) var marked: Set<RoleID> = []
  /// The direct grants that are marked.
  package internal(set) var markedGrants: Set<Permission.Key> = []
  /// Where the person is among the permissions.
  var permissionCursor = ListCursor<Permission.Key>()
  /// The first line in view of Details.
  var detailsScroll = 0
  /// The lines of Raw JSON, secrets hidden.
  var jsonLines: [String] = []
  /// The first line in view of Raw JSON.
  var jsonScroll = 0

  /// A user's screen, on its Roles view.
  package init(id: UserID, listed: User? = nil) {
    self.id = id
    self.listed = listed
  }

  /// The best that is known of the user; only the id until something has been read.
  package var user: User {
    document.value?.user ?? listed ?? User(id: id)
  }

  /// The row of the Roles view under the cursor.
  package var currentHeld: HeldRole? {
    roleCursor.index(in: held.map(\.id)).map { held[$0] }
  }

  /// The role under the cursor.
  package var currentRole: Role? { currentHeld?.role }

  /// The permission under the cursor.
  package var currentPermission: UserPermission? {
    permissionCursor.index(in: allPermissions.map(\.id)).map { allPermissions[$0] }
  }

  /// The roles that the trash key acts on: all that are marked, else the one under the cursor; only what is
  /// held directly.
  package var chosenRoles: [Role] {
    guard marked.isEmpty else { return (roles.value ?? []).filter { marked.contains($0.id) } }
    return currentHeld.flatMap { $0.isDirect ? [$0.role] : nil } ?? []
  }

  /// Gathers the rows anew from what has been read; cursors stay on their rows.
  mutating func regather() {
    held = groups.roles(with: roles.value ?? [])
    allPermissions =
      permissions.value.map {
        UserPermission.all(listed: $0, roles: held, given: groups.given)
      } ?? []
  }

  /// What stands in the view's way, if anything.
  package var error: APIError? {
    switch view {
    case .details, .rawJSON: document.error
    case .roles: roles.error ?? document.error
    case .permissions: permissions.error ?? document.error
    case .organizations: organizations.list.error ?? document.error
    case .history: history.list.error ?? document.error
    case .devices: devices.error ?? document.error
    }
  }

  /// When what the view shows was read.
  package var readAt: Date? {
    switch view {
    case .details, .rawJSON: document.readAt
    case .roles: roles.readAt
    case .permissions: permissions.readAt
    case .organizations: organizations.list.readAt
    case .history: history.list.readAt
    case .devices: devices.sessions.readAt ?? devices.tokens.readAt
    }
  }

  /// Whether anything of the user is being read that the view cannot do without; what comes in beside it
  /// does not count.
  package var isLoading: Bool {
    document.reading != nil || roles.reading != nil || permissions.reading != nil
      || (view == .organizations && organizations.list.reading != nil)
      || (view == .history && history.list.reading != nil)
      || (view == .devices && devices.isReading)
  }
}
