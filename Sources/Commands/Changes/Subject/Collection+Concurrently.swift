extension Collection where Element: Sendable, Index == Int {
  /// Does something with each element, so many at a time, and gives the results in their order.
  ///
  /// - Throws: What the first that fails throws; the others are cancelled.
  func concurrently<Value: Sendable>(
    atMost limit: Int, _ body: @escaping @Sendable (Element) async throws -> Value
  ) async throws -> [Value] {
    var results = [Value?](repeating: nil, count: count)
    try await withThrowingTaskGroup(of: (Int, Value).self) { group in
      var next = startIndex
      func begin() {
        guard next < endIndex else { return }
        let (place, element) = (next - startIndex, self[next])
        next += 1
        group.addTask { (place, try await body(element)) }
      }
      for _ in 0..<Swift.max(1, limit) { begin() }
      while let (place, value) = try await group.next() {
        results[place] = value
        begin()
      }
    }
    return results.compactMap(\.self)
  }
}
