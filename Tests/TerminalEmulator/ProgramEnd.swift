/// How a program has ended.
package enum ProgramEnd: Hashable, Sendable {
  /// It exited, with this status.
  case exited(Int32)
  /// This signal ended it.
  case killed(Int32)
}
