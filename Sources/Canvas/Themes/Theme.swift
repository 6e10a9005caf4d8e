/// How each role looks on one kind of terminal.
///
/// Themes use the terminal's own colours, its 16 palette entries and attributes, never colours of their
/// own: people have chosen those of their terminal to be readable.
package struct Theme: Hashable, Sendable {
  /// What the theme is called.
  package let name: String
  private let styles: [Style]

  init(name: String, style: (StyleRole) -> Style) {
    self.name = name
    self.styles = StyleRole.allCases.map(style)
  }

  /// How a role looks.
  package subscript(role: StyleRole) -> Style { styles[role.rawValue] }
}
