import Glibc

/// The modes of a terminal line, as far as programs change them.
package struct LineModes: Hashable, Sendable {
  /// Flags of what is read.
  package var input: UInt32
  /// Flags of what is written.
  package var output: UInt32
  /// Flags of the line itself.
  package var control: UInt32
  /// Echo, line editing, signals from keys.
  package var local: UInt32
  /// The characters that mean something.
  package var characters: [UInt8]

  /// The modes of the terminal behind a descriptor; `nil` when they cannot be read.
  package init?(descriptor: Int32) {
    var modes = termios()
    guard tcgetattr(descriptor, &modes) == 0 else { return nil }
    (input, output, control, local) = (modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag)
    characters = withUnsafeBytes(of: modes.c_cc) { Array($0) }
  }

  /// Whether what is typed is shown and handed over line by line, as a shell leaves it for programs.
  package var isCooked: Bool { local & UInt32(ICANON) != 0 && local & UInt32(ECHO) != 0 }
}
