package import AccessModel

/// A list of the API, page by page, whichever way the API gives it.
///
/// A page is asked for when it is wanted, and none is kept. Each iteration begins anew. A page holds at
/// least one item; an error ends the iteration, so that half a list is never taken for the whole.
///
/// ```swift
/// for try await page in api.everyMember(ofRole: id) { count += page.items.count }
/// ```
package struct PageSequence<Item: Hashable & Sendable>: AsyncSequence, Sendable {
  /// Reads the pages of one iteration.
  package struct AsyncIterator: AsyncIteratorProtocol {
    private var reader: (any PageReader<Item>)?

    fileprivate init(_ reader: any PageReader<Item>) { self.reader = reader }

    /// The next page; `nil` after the last, and after an error.
    ///
    /// - Throws: `APIError` or `CancellationError`.
    package mutating func next(
      isolation actor: isolated (any Actor)? = #isolation
    ) async throws -> Page<Item>? {
      guard var reader else { return nil }
      self.reader = nil
      guard let page = try await reader.next() else { return nil }
      self.reader = reader
      return page
    }
  }

  private let makeReader: @Sendable () -> any PageReader<Item>

  /// A list that readers read, one for each iteration.
  package init(_ makeReader: @escaping @Sendable () -> any PageReader<Item>) {
    self.makeReader = makeReader
  }

  package func makeAsyncIterator() -> AsyncIterator { AsyncIterator(makeReader()) }

  /// The whole list, in the tenant's order.
  ///
  /// - Throws: `APIError` or `CancellationError`.
  package func items() async throws -> [Item] {
    var items: [Item] = []
    for try await page in self { items += page.items }
    return items
  }
}
