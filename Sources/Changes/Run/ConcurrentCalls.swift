import AccessModel

/// Does the same for many at once, but not for all at once.
///
/// - Parameters:
///   - items: For what.
///   - limit: How many at once at most.
///   - body: What; an error of one ends all.
/// - Returns: The results, in the order of the items.
func concurrently<Item: Sendable, Value: Sendable>(
  _ items: [Item], atMost limit: Int, _ body: @escaping @Sendable (Item) async throws -> Value
) async throws -> [Value] {
  try await withThrowingTaskGroup(of: (Int, Value).self) { group in
    var values: [Value?] = Array(repeating: nil, count: items.count)
    for (number, item) in items.enumerated() {
      if number >= limit, let (done, value) = try await group.next() { values[done] = value }
      group.addTask { (number, try await body(item)) }
    }
    for try await (done, value) in group { values[done] = value }
    return values.compactMap(\.self)
  }
}

/// What a call answered, or why it did not.
///
/// - Throws: `CancellationError` where the task was cancelled.
func fact<Value: Hashable & Sendable>(
  _ operation: Operation, _ read: () async throws -> Value
) async throws -> Fact<Value> {
  do {
    return .known(try await read())
  } catch {
    return .unknown(try error.asAPIError(operation))
  }
}

extension Error {
  /// The error of a call, where another kind counts as an answer that did not come.
  ///
  /// - Throws: `CancellationError` where the task was cancelled.
  func asAPIError(_ operation: Operation) throws -> APIError {
    if let error = self as? APIError { return error }
    try Task.checkCancellation()
    return APIError(.interrupted, operation)
  }
}
