extension Theme {
  /// The theme that fits a terminal.
  ///
  /// `NO_COLOR` and a terminal with fewer than 8 colours win over everything; then
  /// `ROLECALL_BACKGROUND` (`light` or `dark`), then the background in `COLORFGBG`.
  ///
  /// - Parameters:
  ///   - environment: The program's environment.
  ///   - colors: How many colours the terminal has.
  package static func choosing(environment: [String: String], colors: Int) -> Theme {
    if colors < 8 || environment["NO_COLOR"]?.isEmpty == false { return monochrome }
    switch environment["ROLECALL_BACKGROUND"] {
    case "light": return light
    case "dark": return dark
    default: break
    }
    // "foreground;background", and with some terminals a field between the two.
    let background = environment["COLORFGBG"]?.split(separator: ";").last.flatMap { Int($0) }
    switch background {
    case .some(0...6), .some(8): return dark
    case .some(7), .some(9...15): return light
    default: return neutral
    }
  }
}
