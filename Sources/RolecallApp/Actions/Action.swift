package import Canvas

/// Something that a key does: the one place from which dispatch, hints and help know it.
package struct Action: Sendable {
  /// What is done.
  package enum ID: Hashable, Sendable, CaseIterable {
    case moveUp
    case moveDown
    case pageUp
    case pageDown
    case moveToFirst
    case moveToLast
    case openUser
    case focusSearch
    case searchNow
    case leaveSearch
    case clearSearch
    case sort
    case goToUsers
    case goToRoles
    case goToAPIs
    case goToAPILog
    case openCall
    case openRole
    case focusFilter
    case leaveFilter
    case clearFilter
    case markRow
    case markRange
    case markShown
    case invertMarks
    case unmarkAll
    case markStale
    case markBlocked
    case trash
    case removeFromEverybody
    case endAccess
    case endAccessOfMany
    case setRBAC
    case setTokenPermissions
    case pauseRun
    case stopRun
    case showTrouble
    case showRun
    case openRun
    case retryRun
    case resumeRun
    case exportRun
    case sendUndecided
    case leaveUndecided
    case sendAllUndecided
    case leaveAllUndecided
    case goOnDecided
    case goToChanges
    case undo
    case chooseRoles
    case assignRoles
    case addUsers
    case addChosenUsers
    case nextView
    case previousView
    case copyID
    case copyEmail
    case copyAddress
    case copyDocument
    case copyCode
    case copyCodeInNextLanguage
    case refresh
    case cancel
    case help
    case suspend
    case quit
  }

  /// Where the keys of an action mean it.
  package enum Context: Hashable, Sendable, CaseIterable {
    case users
    case searchField
    case userDetails
    case userRoles
    case userPermissions
    case userOrganizations
    case userHistory
    case userDevices
    case userRawJSON
    case roles
    case roleSettings
    case rolePermissions
    case roleUsers
    case addUsers
    case removeRoles
    case apis
    case run
    case changes
    case record
    case decide
    case apiLog
    case apiCall
    case filterField
    case assignRoles

    /// The place's name, as the help shows it.
    package var title: String {
      switch self {
      case .users: "Users"
      case .searchField: "Search field"
      case .userDetails: "A user › Details"
      case .userRoles: "A user › Roles"
      case .userPermissions: "A user › Permissions"
      case .userOrganizations: "A user › Organizations"
      case .userHistory: "A user › History"
      case .userDevices: "A user › Devices"
      case .userRawJSON: "A user › Raw JSON"
      case .roles: "Roles"
      case .roleSettings: "A role › Settings"
      case .rolePermissions: "A role › Permissions"
      case .roleUsers: "A role › Users"
      case .addUsers: "Add Users"
      case .removeRoles: "Remove Roles"
      case .apis: "APIs"
      case .run: "A run"
      case .changes: "Changes"
      case .record: "A run on record"
      case .decide: "Decide"
      case .apiLog: "API log"
      case .apiCall: "A call of the API"
      case .filterField: "Filter"
      case .assignRoles: "Assign Roles"
      }
    }
  }

  /// What is done.
  package let id: ID
  /// What it does, in a sentence's beginning: "Remove the role".
  package let title: String
  /// What the hint line calls it; `nil` for what needs no hint.
  package let hint: String?
  /// The keys, the one to show first.
  package let keys: [Key]
  /// Whether it leads to taking something away.
  package let isDanger: Bool
  /// Where the keys mean it.
  package let contexts: Set<Context>
  /// Why it cannot be done now; `nil` where it can.
  package let obstacle: @Sendable (App) -> String?

  init(
    _ id: ID, _ title: String, hint: String? = nil, keys: [Key], isDanger: Bool = false,
    in contexts: Set<Context>, obstacle: @escaping @Sendable (App) -> String? = { _ in nil }
  ) {
    self.id = id
    self.title = title
    self.hint = hint
    self.keys = keys
    self.isDanger = isDanger
    self.contexts = contexts
    self.obstacle = obstacle
  }
}
