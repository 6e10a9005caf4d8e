/// What stays of a text that is too long.
package enum Truncation: Hashable, Sendable {
  /// The start; `…` stands for the rest.
  case start
  /// Both ends; `…` stands in the middle.
  case ends

  /// How many columns stay before the `…` and after it, of so many beside it.
  func parts(of columns: Int) -> (start: Int, end: Int) {
    switch self {
    case .start: (columns, 0)
    case .ends: (columns - columns / 2, columns / 2)
    }
  }
}
