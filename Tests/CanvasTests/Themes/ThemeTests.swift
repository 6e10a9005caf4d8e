import Canvas
import Testing

@Suite struct ThemeTests {
  private static let black: UInt32 = 0x000000
  private static let white: UInt32 = 0xFFFFFF

  @Test(
    "Every colour can be read on the backgrounds a theme is for",
    arguments: [
      (Theme.dark, [black, 0x1E1E1E]), (.light, [white]), (.neutral, [black, white]),
    ], [Palette.xterm, .gnome])
  func contrast(theme: (Theme, [UInt32]), palette: Palette) {
    for background in theme.1 {
      #expect(Self.unreadable(theme.0, palette, background).isEmpty)
    }
  }

  @Test("The dark theme can be read on the Linux console")
  func console() {
    #expect(Self.unreadable(.dark, .console, Self.black).isEmpty)
  }

  @Test("Without colour nothing has one, and what warns still differs from text")
  func monochrome() {
    let theme = Theme.monochrome
    for role in StyleRole.allCases {
      #expect(theme[role].foreground == .standard && theme[role].background == .standard)
    }
    for role in [
      StyleRole.danger, .current, .marked, .productionTenant, .focusedButton, .replacement,
      .disabled, .currentTab, .dangerFrame, .field,
    ] {
      #expect(!theme[role].attributes.isEmpty, "\(role)")
    }
  }

  @Test(
    "Roles that stand beside each other look different",
    arguments: [Theme.dark, .light, .neutral, .monochrome],
    [
      (.productionTenant, .tenant), (.dangerFrame, .dialogFrame), (.button, .focusedButton),
      (.button, .disabled), (.tab, .currentTab), (.text, .current), (.text, .danger),
      (.text, .muted), (.text, .replacement), (.key, .text), (.danger, .disabled),
    ] as [(StyleRole, StyleRole)])
  func distinct(theme: Theme, roles: (StyleRole, StyleRole)) {
    #expect(theme[roles.0] != theme[roles.1])
  }

  @Test(
    "The environment says which theme fits",
    arguments: [
      ([:], 256, "neutral"), ([:], 8, "neutral"), ([:], 2, "monochrome"), ([:], 0, "monochrome"),
      (["NO_COLOR": "1"], 256, "monochrome"), (["NO_COLOR": ""], 256, "neutral"),
      (["COLORFGBG": "15;0"], 256, "dark"), (["COLORFGBG": "0;15"], 256, "light"),
      (["COLORFGBG": "0;default;7"], 256, "light"), (["COLORFGBG": "7;8"], 256, "dark"),
      (["COLORFGBG": "15;default"], 256, "neutral"), (["COLORFGBG": "nonsense"], 256, "neutral"),
      (["COLORFGBG": "0;15", "ROLECALL_BACKGROUND": "dark"], 256, "dark"),
      (["ROLECALL_BACKGROUND": "light"], 16, "light"),
      (["ROLECALL_BACKGROUND": "green"], 16, "neutral"),
      (["ROLECALL_BACKGROUND": "light", "NO_COLOR": "1"], 16, "monochrome"),
    ] as [([String: String], Int, String)])
  func choosing(environment: [String: String], colors: Int, name: String) {
    #expect(Theme.choosing(environment: environment, colors: colors).name == name)
  }

  /// The roles with a contrast below 3:1, with the contrast; dim text is pale on purpose.
  private static func unreadable(
    _ theme: Theme, _ palette: Palette, _ background: UInt32
  ) -> [String] {
    let standard = background == white ? black : white
    return StyleRole.allCases.compactMap { role in
      let style = theme[role]
      guard !style.attributes.contains(.dim) else { return nil }
      let ratio = Palette.contrast(
        palette.rgb(style.foreground, standard: standard),
        palette.rgb(style.background, standard: background))
      return ratio < 3 ? "\(role): \(ratio)" : nil
    }
  }
}
