package import AccessModel

/// Reads a list, page after page.
package protocol PageReader<Item> {
  /// What the list holds.
  associatedtype Item: Hashable & Sendable

  /// The next page, which holds at least one item; `nil` after the last.
  ///
  /// - Throws: `APIError` or `CancellationError`; it is not asked again then.
  mutating func next() async throws -> Page<Item>?
}
