import AccessModel

extension ManagementClient {
  /// Reads one page of a list by its offset.
  ///
  /// - Parameters:
  ///   - request: The request for the list.
  ///   - page: Which page, from 0.
  ///   - perPage: How many items it holds at most.
  ///   - reach: How much of a list can be read so, by its total.
  func page<Item: ListItem>(
    _ request: Request, _ page: Int, of perPage: Int, reach: (Int?) -> Reach = { _ in .whole }
  ) async throws -> Page<Item> {
    let request = request.page(page, of: perPage)
    let list: ListAnswer<Item> = try await perform(request).list(for: request.operation)
    return Page(
      items: list.items, start: list.start ?? page * perPage, total: list.total,
      reach: reach(list.total))
  }

  /// Reads a list that has pages by offset alone to its end.
  ///
  /// - Parameters:
  ///   - request: The request for the list.
  ///   - identity: What tells one item from another.
  func all<Item: ListItem, ID: Hashable>(
    _ request: Request, by identity: @escaping (Item) -> ID
  ) async throws -> [Item] {
    var paging = OffsetPaging(by: identity)
    var items: [Item] = []
    while !paging.isAtEnd {
      try Task.checkCancellation()
      let answer = try await perform(request.page(paging.page, of: paging.perPage))
      let list: ListAnswer<Item> = try answer.list(for: request.operation)
      do {
        items += try paging.take(list)
      } catch {
        throw answer.unreadable(request.operation, because: error.reason)
      }
    }
    return items
  }

  /// A list that has pages by checkpoint, page by page.
  ///
  /// - Parameters:
  ///   - cursor: Where to begin; `nil` for the list's beginning.
  ///   - request: The request for the list; what it throws is thrown by the first page.
  func checkpoints<Item: ListItem>(
    after cursor: String? = nil, _ request: @escaping @Sendable () throws(APIError) -> Request
  ) -> PageSequence<Item> {
    PageSequence {
      CheckpointReader(client: self, request: request, paging: CheckpointPaging(from: cursor))
    }
  }
}
