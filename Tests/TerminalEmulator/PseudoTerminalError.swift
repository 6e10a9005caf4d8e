import Glibc

/// Why a terminal for a test could not be had or read.
package struct PseudoTerminalError: Error, CustomStringConvertible {
  /// What was tried, with the system's reason where there is one.
  package var description: String

  init(call: String) {
    let reason = strerror(errno).map { String(cString: $0) } ?? "unknown reason"
    description = "\(call) (\(reason))"
  }
}
