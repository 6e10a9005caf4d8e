/// Which side a text keeps to where it has more room than it needs.
package enum Alignment: Hashable, Sendable {
  /// The left.
  case leading
  /// The right.
  case trailing
}
