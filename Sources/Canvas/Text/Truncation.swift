/// What stays of a text that is too long.
package enum Truncation: Hashable, Sendable {
  /// The start; `…` stands for the rest.
  case start
  /// Both ends; `…` stands in the middle.
  case ends
}
