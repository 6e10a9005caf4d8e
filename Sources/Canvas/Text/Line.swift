/// A line of text with pieces that look different.
package struct Line: Hashable, Sendable {
  /// The pieces, from left to right.
  package var spans: [Span]
  /// How far it stands from the left; it keeps that where it wraps.
  package var indentation: Int
  /// How much further the rows after the first stand from the left where it wraps.
  package var hanging: Int

  /// A line of pieces; without any an empty line.
  package init(_ spans: [Span] = [], indentation: Int = 0, hanging: Int = 0) {
    self.spans = spans
    self.indentation = max(0, indentation)
    self.hanging = max(0, hanging)
  }

  /// A line of pieces.
  package init(_ spans: Span..., indentation: Int = 0, hanging: Int = 0) {
    self.init(spans, indentation: indentation, hanging: hanging)
  }

  /// A line that looks one way.
  package init(
    _ text: String, _ role: StyleRole = .text, indentation: Int = 0, hanging: Int = 0
  ) {
    self.init([Span(text, role)], indentation: indentation, hanging: hanging)
  }

  /// An empty line.
  package static let blank = Line([Span]())

  /// The text as it will be seen, without the indentation.
  package var text: String { spans.reduce(into: "") { $0 += $1.text } }
  /// How many columns it takes, with the indentation.
  package var columns: Int { spans.reduce(indentation) { $0 + $1.columns } }
}
