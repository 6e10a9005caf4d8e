import AccessModel

/// A tenant's Management API over HTTP.
///
/// Made by ``withClient(endpoint:token:observer:_:)``, which owns its connections.
package struct ManagementClient: Sendable {
  private let transport: HTTPTransport

  /// A client over a transport.
  init(transport: HTTPTransport) { self.transport = transport }

  /// Sends a request and reads what its operation answers.
  func read<Value: Decodable & Sendable>(
    _ type: Value.Type, by request: Request
  ) async throws -> Value {
    try await transport.answer(to: request).decoded(type, for: request.operation)
  }

  /// Sends a request and gives the whole answer, once it is known to be a success.
  func perform(_ request: Request) async throws -> Answer {
    let answer = try await transport.answer(to: request)
    try answer.check(for: request.operation)
    return answer
  }

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
