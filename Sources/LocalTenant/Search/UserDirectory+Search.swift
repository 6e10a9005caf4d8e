extension UserDirectory {
  /// The places in ``users`` of those whom a query asks for, in the order that is asked for.
  func rows(matching query: SearchQuery, sortedBy sort: UserSort?) -> [Int] {
    var rows = Array(users.indices)
    if query != .everything {
      let search = UserSearch(query, in: self)
      rows = rows.filter { search.matches(row: $0) }
    }
    return sort?.sorted(rows, in: self) ?? rows
  }
}
