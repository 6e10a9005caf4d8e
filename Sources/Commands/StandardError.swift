import Canvas
import Glibc

/// Where a command says what a person should know, beside what it prints.
struct StandardError: TextOutputStream {
  mutating func write(_ string: String) {
    let bytes = Array(string.utf8)
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Prints text, each line past the gate: it may quote a tenant.
  static func print(_ text: String) {
    var stream = StandardError()
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      Swift.print(CellText(String(line)).visible, to: &stream)
    }
  }
}
