/// The tenant's users, in the order in which the API lists them, with what a search needs.
struct UserDirectory: Sendable {
  private(set) var users: [User] = []
  private(set) var index = SearchIndex()
  private var rows: [String: Int] = [:]
  private var rowsByEmail: [String: [Int]] = [:]

  init(_ users: [User] = []) {
    self.users = users
    rebuild()
  }

  /// The place of a user in ``users``.
  func row(of id: String) -> Int? { rows[id] }

  /// The user with this id.
  subscript(id: String) -> User? {
    rows[id].map { users[$0] }
  }

  /// The users whose email is exactly this one.
  func users(email: String) -> [User] {
    (rowsByEmail[email] ?? []).map { users[$0] }
  }

  /// Changes a user; false where there is none with this id.
  ///
  /// The id and the email have to stay as they are.
  mutating func update(_ id: String, _ change: (inout User) -> Void) -> Bool {
    guard let row = rows[id] else { return false }
    change(&users[row])
    index.replace(row: row, with: users[row])
    return true
  }

  /// Removes a user; false where there is none with this id.
  mutating func remove(_ id: String) -> Bool {
    guard let row = rows[id] else { return false }
    users.remove(at: row)
    rebuild()
    return true
  }

  private mutating func rebuild() {
    rows = Dictionary(minimumCapacity: users.count)
    rowsByEmail = Dictionary(minimumCapacity: users.count)
    index = SearchIndex(minimumCapacity: users.count)
    for (row, user) in users.enumerated() {
      rows[user.id] = row
      if let email = user.email { rowsByEmail[email, default: []].append(row) }
      index.append(user)
    }
  }
}

extension Dictionary {
  fileprivate init(minimumCapacity: Int) {
    self.init()
    reserveCapacity(minimumCapacity)
  }
}
