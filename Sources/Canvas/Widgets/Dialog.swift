/// A box in the middle of the screen that asks something.
///
/// Its head and its foot stay; the body between them scrolls where the screen is too low for all of it.
package struct Dialog: Hashable, Sendable {
  /// What it is about, at the left of its upper line.
  package var title: String
  /// What stands at the right of its upper line, such as the tenant.
  package var corner: String
  /// Whether its frame warns.
  package var isDanger: Bool
  /// The lines that never scroll.
  package var head: [Line]
  /// The lines that scroll where they have no room.
  package var body: [Line]
  /// How many rows its fields and buttons need.
  package var foot: Int
  /// How wide it is at most.
  package var maximumColumns: Int

  /// A dialog.
  package init(
    title: String, corner: String = "", isDanger: Bool = false, head: [Line] = [],
    body: [Line] = [], foot: Int, maximumColumns: Int = 80
  ) {
    self.title = title
    self.corner = corner
    self.isDanger = isDanger
    self.head = head
    self.body = body
    self.foot = foot
    self.maximumColumns = maximumColumns
  }
}
