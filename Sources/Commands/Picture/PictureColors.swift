import Canvas

/// The colours of a terminal that a picture imitates.
struct PictureColors {
  /// What lies behind everything.
  let background: String
  /// What text has that asks for no colour.
  let text: String
  /// The palette, in the order of `Color`.
  let palette: [String]

  /// A dark terminal of today.
  static let dark = PictureColors(
    background: "#1d1f21", text: "#d7dae0",
    palette: [
      "#1d1f21", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#d7dae0",
      "#7f848e", "#ff7b86", "#a9d98a", "#f0d08b", "#79c0ff", "#d68fee", "#6fd0dc", "#ffffff",
    ])

  /// The colour of strokes.
  func foreground(_ color: Color) -> String {
    color == .standard ? text : palette[Int(color.rawValue)]
  }

  /// The colour behind them; `nil` for the terminal's own.
  func background(_ color: Color) -> String? {
    color == .standard ? nil : palette[Int(color.rawValue)]
  }
}
