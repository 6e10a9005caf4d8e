/// A part of a list, as the API's offset paging gives it.
package struct Page<Item: Hashable & Sendable>: Hashable, Sendable {
  /// The items, in the tenant's order.
  package var items: [Item]
  /// How many items precede them.
  package var start: Int
  /// How many the whole list has; `nil` where the tenant does not say.
  package var total: Int?

  /// A part of a list.
  package init(items: [Item], start: Int, total: Int?) {
    self.items = items
    self.start = start
    self.total = total
  }
}
