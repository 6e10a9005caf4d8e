/// How a cell looks: two colours and a set of attributes.
package struct Style: Hashable, Sendable {
  /// Attributes that every terminal of note can show.
  package struct Attributes: OptionSet, Hashable, Sendable {
    /// The bits of the set.
    package let rawValue: UInt8

    /// A set from its bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Heavier strokes.
    package static let bold = Attributes(rawValue: 1 << 0)
    /// Paler than the text around it.
    package static let dim = Attributes(rawValue: 1 << 1)
    /// Colours exchanged.
    package static let reverse = Attributes(rawValue: 1 << 2)
    /// A line below.
    package static let underline = Attributes(rawValue: 1 << 3)
  }

  /// The colour of the strokes.
  package var foreground: Color
  /// The colour behind them.
  package var background: Color
  /// What else is true of the cell.
  package var attributes: Attributes

  /// A style; without arguments the terminal's own look.
  package init(
    foreground: Color = .standard, background: Color = .standard, _ attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The terminal's own look.
  package static let plain = Style()

  /// The same style with further attributes.
  package func with(_ more: Attributes) -> Style {
    var style = self
    style.attributes.formUnion(more)
    return style
  }
}
