/// What may differ from one opening of the screen to the next, whatever is drawn on it.
package struct ScreenOptions: Hashable, Sendable {
  /// Whether frames may turn the mouse on; off, the terminal keeps its own selection of text.
  package var allowsMouse: Bool
  /// How long an escape character waits for the rest of a sequence, in milliseconds; `nil` for what
  /// the environment's `ESCDELAY` says, or 25.
  package var escapeDelay: Int?

  /// Options; without arguments what suits most people.
  package init(allowsMouse: Bool = true, escapeDelay: Int? = nil) {
    self.allowsMouse = allowsMouse
    self.escapeDelay = escapeDelay
  }
}
