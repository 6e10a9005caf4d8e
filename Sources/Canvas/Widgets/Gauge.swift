/// A bar that says how much is done.
package struct Gauge: Hashable, Sendable {
  /// What is done, from 0 to 1.
  package var fraction: Double

  /// A bar; what is not between 0 and 1 is brought there.
  package init(fraction: Double) {
    self.fraction = fraction.isNaN ? 0 : min(max(fraction, 0), 1)
  }

  /// The blocks for an eighth to seven eighths of a cell.
  private static let parts = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// Draws it into one row; only a complete bar is full.
  package func draw(
    on frame: inout Frame, at column: Int, _ row: Int, columns: Int, theme: Theme,
    role: StyleRole = .accent
  ) {
    guard columns > 0 else { return }
    let eighths = Int(Double(columns * 8) * fraction)
    let full = String(repeating: "█", count: eighths / 8)
    let part = eighths % 8 == 0 ? "" : Self.parts[eighths % 8 - 1]
    let used = frame.draw(full + part, at: column, row, columns: columns, style: theme[role])
    let rest = String(repeating: "░", count: columns - used)
    frame.draw(rest, at: column + used, row, columns: columns - used, style: theme[.muted])
  }
}
