/// Where the parts of a dialog stand on a screen of one size.
package struct DialogLayout: Hashable, Sendable {
  /// The whole box, with its lines.
  package var box: Rect
  /// Where the head stands; empty if the screen is so low that the head scrolls with the body.
  package var head: Rect
  /// What scrolls.
  package var body: Rect
  /// Where fields and buttons stand.
  package var foot: Rect
  /// The head, wrapped; empty if it scrolls with the body.
  package var headLines: [Line]
  /// What scrolls, wrapped.
  package var bodyLines: [Line]

  /// How far the body can scroll.
  package var maximumScroll: Int { max(0, bodyLines.count - body.rows) }
}
