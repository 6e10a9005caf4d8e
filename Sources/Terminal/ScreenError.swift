import Glibc

/// Why a screen could not be opened or read.
package struct ScreenError: Error, Hashable, Sendable {
  /// The kind of failure; switch on this, never on the description.
  package enum Code: Hashable, Sendable {
    /// Standard input or standard output does not lead to a terminal.
    case notATerminal
    /// Neither the terminal's type nor the stand-in for it is known to this system.
    case unknownTerminalType
    /// The terminal cannot place its cursor, so nothing can be drawn on it.
    case terminalTooSimple
    /// This process has a screen open already.
    case alreadyOpen
    /// The system refused something that is needed.
    case systemCall
  }

  /// The kind of failure.
  package var code: Code
  /// What it was about: a terminal type, or a call and the system's reason.
  package var context: String

  /// A failure.
  package init(_ code: Code, context: String = "") {
    self.code = code
    self.context = context
  }

  /// The failure of a system call, with the reason that the system left in `errno`.
  static func systemCall(_ name: String) -> ScreenError {
    let reason = strerror(errno).map { String(cString: $0) } ?? "unknown reason"
    return ScreenError(.systemCall, context: "\(name): \(reason)")
  }
}

extension ScreenError: CustomStringConvertible {
  /// One sentence for a person.
  package var description: String {
    switch code {
    case .notATerminal:
      "Standard input and standard output must both be a terminal."
    case .unknownTerminalType:
      "The terminal type \(context.debugDescription) (TERM) is unknown here."
    case .terminalTooSimple:
      "The terminal type \(context.debugDescription) (TERM) cannot place its cursor."
    case .alreadyOpen:
      "The screen is open already."
    case .systemCall:
      "The terminal cannot be used (\(context))."
    }
  }
}
