import AccessModel

extension ManagementClient {
  /// Reads one page of a list.
  func page<Item: ListItem>(
    of type: Item.Type, by request: Request, start: Int
  ) async throws -> Page<Item> {
    let answer = try await read(ListAnswer<Item>.self, by: request)
    return Page(items: answer.items, start: answer.start ?? start, total: answer.total)
  }

  /// Reads a list to its end.
  ///
  /// - Parameters:
  ///   - identity: What tells one item from another.
  ///   - request: The request for a page of so many items.
  func all<Item: ListItem, ID: Hashable>(
    by identity: @escaping (Item) -> ID, _ request: (_ page: Int, _ perPage: Int) -> Request
  ) async throws -> [Item] {
    var paging = OffsetPaging(by: identity)
    while true {
      try Task.checkCancellation()
      let next = request(paging.page, paging.perPage)
      let answer = try await perform(next)
      let list = try answer.decoded(ListAnswer<Item>.self, for: next.operation)
      do {
        if try paging.take(list) { return paging.items }
      } catch {
        throw answer.unreadable(next.operation, because: error.reason)
      }
    }
  }
}
