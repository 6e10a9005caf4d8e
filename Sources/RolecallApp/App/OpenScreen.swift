/// A screen that the person went to, whichever it is; the last of the path is the one in view.
package struct OpenScreen: Hashable, Sendable {
  /// The screen.
  var content: any Screen

  /// A screen on the path.
  init(_ content: some Screen) { self.content = content }

  /// The screen, where it is of a kind.
  func `as`<Kind: Screen>(_ kind: Kind.Type) -> Kind? { content as? Kind }

  /// Changes the screen where it is of a kind; does nothing elsewhere.
  mutating func change<Kind: Screen>(_ kind: Kind.Type, _ body: (inout Kind) -> Void) {
    guard var screen = content as? Kind else { return }
    body(&screen)
    content = screen
  }

  package static func == (left: OpenScreen, right: OpenScreen) -> Bool {
    AnyHashable(left.content) == AnyHashable(right.content)
  }

  package func hash(into hasher: inout Hasher) { content.hash(into: &hasher) }
}
