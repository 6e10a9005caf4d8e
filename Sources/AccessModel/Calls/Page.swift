/// A part of a list.
package struct Page<Item: Hashable & Sendable>: Hashable, Sendable {
  /// The items, in the tenant's order.
  package var items: [Item]
  /// How many items precede them.
  package var start: Int
  /// How many the whole list has; `nil` where the tenant does not say.
  package var total: Int?
  /// How much of the list can be read this way.
  package var reach: Reach

  /// A part of a list.
  package init(items: [Item], start: Int, total: Int?, reach: Reach = .whole) {
    self.items = items
    self.start = start
    self.total = total
    self.reach = reach
  }
}
