extension Theme {
  /// For a dark background.
  package static let dark = Theme(
    name: "dark",
    palette: Palette(accent: .cyan, danger: .brightRed, warning: .yellow, ok: .green))

  /// For a light background.
  ///
  /// No green of a common palette can be read on white: what is well has the colour of text there.
  package static let light = Theme(
    name: "light",
    palette: Palette(accent: .blue, danger: .red, warning: .magenta, ok: .standard))

  /// For a background that is not known; readable on both kinds.
  package static let neutral = Theme(
    name: "neutral",
    palette: Palette(accent: .brightBlue, danger: .red, warning: .magenta, ok: .standard))

  /// Without any colour.
  package static let monochrome = Theme(
    name: "monochrome",
    palette: Palette(
      accent: .standard, danger: .standard, warning: .standard, ok: .standard))

  /// The colours that tell one theme from another.
  private struct Palette {
    var accent: Color
    var danger: Color
    var warning: Color
    var ok: Color
  }

  private init(name: String, palette: Palette) {
    self.init(name: name) { role in
      switch role {
      case .text, .dialogFrame, .button: .plain
      case .muted, .heading, .fieldFrame, .tab, .disabled: Style(.dim)
      case .title, .tenant: Style(.bold)
      case .accent: Style(foreground: palette.accent)
      case .marked, .key, .currentTab: Style(foreground: palette.accent, .bold)
      case .danger, .dangerFrame: Style(foreground: palette.danger, .bold)
      case .warning: Style(foreground: palette.warning)
      case .ok: Style(foreground: palette.ok)
      case .replacement: Style(foreground: palette.warning, .underline)
      case .current: Style(.reverse)
      case .field: Style(.underline)
      case .productionTenant: Style(foreground: palette.danger, [.bold, .reverse])
      case .focusedButton: Style([.bold, .reverse])
      }
    }
  }
}
