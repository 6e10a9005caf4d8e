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

  /// The terminal that the process was started on.
  static let standard = TerminalDevice(
    input: STDIN_FILENO, output: STDOUT_FILENO, type: nil, ownsProcess: true)
}
