package import AccessModel
package import Canvas
package import FoundationEssentials

/// The list of users: a search field above a table.
package struct UsersScreen: Hashable, Sendable {
  /// What a read under way is for.
  struct Loading: Hashable, Sendable {
    /// The read's number.
    var generation: Generation
    /// Whether its users follow those that are there, or take their place.
    var isContinuation: Bool
    /// How many users to gather before they take the place of those that are there.
    var target: Int
    /// What is asked for, with the page.
    var query: UserQuery
    /// The users gathered so far.
    var gathered: [User] = []
  }

  /// The text being typed.
  package internal(set) var field = TextField()
  /// Whether keys go to the field.
  package internal(set) var isFieldFocused = false
  /// What the list shows, or will once it is read.
  package internal(set) var search = UserSearch.everybody
  /// The list's order.
  package internal(set) var order = UserOrder.tenant
  /// Whether what is shown was read for an older search or order, and the newer one not yet.
  var isSuperseded = false
  /// The users read so far, each once.
  package internal(set) var users: [User] = []
  /// Their ids, in the same order.
  var ids: [UserID] = []
  /// What the table shows of them, in the same order.
  var rows: [UserRow] = []
  /// How many the tenant says there are; `nil` where it does not.
  package internal(set) var total: Int?
  /// When the first page was read.
  package internal(set) var readAt: Date?
  /// Why the last read brought nothing.
  package internal(set) var error: APIError?
  /// The read that a countdown stands before.
  var waiting: Generation?
  /// Where the person is in the list.
  var cursor = ListCursor<UserID>()
  /// Which users are marked.
  package internal(set) var marks = Marks<UserID>()
  /// The read under way.
  var loading: Loading?
  /// How many pages of the list have been read.
  var pagesRead = 0
  /// Whether the last page that was read was the end.
  var isComplete = false
  /// The wait for a pause in typing.
  var typing: Generation?

  /// How many users a page holds: no subscription gives fewer.
  static let perPage = 50

  /// A list that has not been read yet.
  package init() {}

  /// The user under the cursor.
  package var current: User? {
    cursor.index(in: ids).map { users[$0] }
  }

  /// The users that keys act on: all that are marked and shown, else the one under the cursor.
  package var chosen: [User] {
    guard marks.isEmpty else { return users.filter { marks.contains($0.id) } }
    return current.map { [$0] } ?? []
  }

  /// Whether what is shown is what the field and the heads ask for, and has been read.
  var isSettled: Bool { readAt != nil && !isSuperseded && UserSearch(field.text) == search }

  /// Whether users are being read.
  package var isLoading: Bool { loading != nil }

  /// Whether the list has reached the number of users behind which the API refuses to page.
  package var isAtWall: Bool {
    users.count >= UserQuery.reachable && (total ?? 0) > UserQuery.reachable
  }
}
