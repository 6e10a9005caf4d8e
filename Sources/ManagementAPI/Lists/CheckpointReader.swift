import AccessModel

/// Reads a list from checkpoint to checkpoint, and keeps none of it.
struct CheckpointReader<Item: ListItem>: PageReader {
  /// What asks the tenant.
  let client: ManagementClient
  /// The request for the list.
  let request: @Sendable () throws(APIError) -> Request
  /// Where the reader is.
  var paging: CheckpointPaging

  mutating func next() async throws -> Page<Item>? {
    guard !paging.isAtEnd else { return nil }
    try Task.checkCancellation()
    let request = try request()
    let answer = try await client.perform(request.take(Self.pageSize, from: paging.cursor))
    let list: ListAnswer<Item> = try answer.list(for: request.operation)
    let start = paging.count
    do {
      try paging.take(list)
    } catch {
      throw answer.unreadable(request.operation, because: error.reason)
    }
    guard !list.items.isEmpty else { return nil }
    return Page(items: list.items, start: start, total: list.total)
  }

  /// As many as the API gives at most.
  private static var pageSize: Int { 100 }
}
