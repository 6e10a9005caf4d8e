/// Why the loop has ended.
package enum LoopEnd: Hashable, Sendable {
  /// The program said that it is finished.
  case finished
  /// The terminal has gone away.
  case terminalLost
  /// A signal asked for the end: SIGINT, SIGTERM or SIGHUP.
  case signal(Int32)
}
