import Glibc

/// The terminal that a screen is opened on.
struct TerminalDevice {
  /// Where keys come from.
  var input: Int32
  /// Where the picture goes.
  var output: Int32
  /// The type to look up in terminfo; `nil` for the environment's `TERM`.
  var type: String?
  /// Whether the screen takes care of the process too: its signals and its standard error.
  var ownsProcess: Bool
  /// How bytes are written, as `write(2)` does it; a test can stand in for a terminal with its moods.
  var write: @Sendable (_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int = {
    Glibc.write($0, $1.baseAddress, $1.count)
  }

  /// The terminal that the process was started on.
  static let standard = TerminalDevice(
    input: STDIN_FILENO, output: STDOUT_FILENO, type: nil, ownsProcess: true)
}
