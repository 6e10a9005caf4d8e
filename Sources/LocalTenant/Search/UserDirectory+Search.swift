extension UserDirectory {
  /// The places in ``users`` of the first of those whom a query asks for, in the order that is
  /// asked for, and how many there are in all.
  func search(
    _ query: SearchQuery, sortedBy sort: UserSort?, first count: Int
  ) -> (rows: [Int], total: Int) {
    guard query != .everything else {
      let first = sort?.first(count, of: users.indices, in: self)
      return (first ?? Array(users.indices.prefix(count)), users.count)
    }
    let search = UserSearch(query, in: self)
    let rows = users.indices.filter { search.matches(row: $0) }
    return (sort?.first(count, of: rows, in: self) ?? Array(rows.prefix(count)), rows.count)
  }
}
