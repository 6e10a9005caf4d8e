import AccessModel
import Canvas
import Effects
import FoundationEssentials
import ManagementAPI
import RolecallApp

/// Users for standard output: a table for people, JSON for programs.
struct UserListing: Sendable {
  /// The users, each once.
  let users: [User]
  /// How many the tenant says there are.
  let total: Int?

  /// Reads all pages that the API lets one read.
  init(_ search: UserSearch, in tenant: any AccessReading) async throws {
    var users: [User] = []
    var total: Int?
    var query = UserQuery(lucene: search.lucene, perPage: 100)
    while true {
      let found = try await tenant.find(search, query)
      let page = found.page
      users += found.exact + page.items
      total = page.total ?? total
      let read = page.start + page.items.count
      query.page += 1
      if page.items.isEmpty || total.map({ read >= $0 }) ?? false { break }
      if (query.page + 1) * query.perPage > UserQuery.reachable { break }
    }
    var seen: Set<UserID> = []
    self.users = users.filter { seen.insert($0.id).inserted }
    self.total = total
  }

  /// What to say of users that are missing; `nil` where none are.
  var cut: String? {
    guard let total, total > users.count else { return nil }
    return "first \(users.count) of \(total): the API gives no more for one search. Narrow it."
  }

  /// The users, a line each, in columns.
  var table: String {
    let rows = users.map { user in
      [
        user.id.rawValue, user.displayName, user.email ?? "", user.connection,
        user.isBlocked ? "blocked" : "",
      ]
    }
    return TextTable(heads: ["USER ID", "NAME", "EMAIL", "CONNECTION", ""], rows: rows).text
  }

  /// The users as a JSON array, in the API's own names.
  var json: String {
    get throws { try JSONOutput(users.map(UserOutput.init)).text }
  }
}
