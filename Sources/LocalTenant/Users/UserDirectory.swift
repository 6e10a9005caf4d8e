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

  /// Puts a user in the place of the one with the same id, or at the end where there is none.
  mutating func replace(_ user: User) {
    guard let row = rows[user.id] else {
      rows[user.id] = users.count
      if let email = user.email { rowsByEmail[email, default: []].append(users.count) }
      users.append(user)
      index.append(user)
      return
    }
    let old = users[row].email
    if old != user.email {
      if let old { rowsByEmail[old]?.removeAll { $0 == row } }
      if let email = user.email { rowsByEmail[email, default: []].append(row) }
    }
    users[row] = user
    index.replace(row: row, with: user)
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
