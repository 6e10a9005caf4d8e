internal import CTerminal
import Glibc

/// Holds back what ncurses writes for one update, so that the terminal gets it in one piece.
///
/// ncurses writes every motion of the cursor by itself, straight to the descriptor that it was given and
/// past any stream. For the time of an update that descriptor leads into memory; at all other times it
/// leads to the terminal, because ncurses sets the terminal's modes through it as well.
struct UpdateBuffer {
  /// Where ncurses writes.
  private let output: Int32
  /// The terminal, while the above leads elsewhere.
  private let terminal: Int32
  /// What is held back; it is overwritten by the next update.
  private let memory: Int32

  /// A buffer for what is written to a descriptor of the terminal.
  ///
  /// - Throws: `systemCall` when the process has no descriptor or no memory left.
  init(output: Int32) throws(ScreenError) {
    self.output = output
    terminal = fcntl(output, F_DUPFD_CLOEXEC, 3)
    guard terminal >= 0 else { throw .systemCall("dup") }
    memory = terminal_memory_open()
    guard memory >= 0 else {
      let error = ScreenError.systemCall("memfd_create")
      Glibc.close(terminal)
      throw error
    }
  }

  /// Gives the descriptors back.
  func close() {
    Glibc.close(terminal)
    Glibc.close(memory)
  }

  /// Lets ncurses write, and adds what it wrote to `bytes`.
  func collect(into bytes: inout [UInt8], _ body: () -> Void) {
    Self.lead(output, to: memory)
    body()
    Self.lead(output, to: terminal)
    // Both descriptors of the memory share one place, which is where ncurses has stopped.
    let count = Int(lseek(memory, 0, SEEK_CUR))
    guard count > 0, lseek(memory, 0, SEEK_SET) == 0 else { return }
    let before = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: count))
    let read = bytes.withUnsafeMutableBytes {
      pread(memory, $0.baseAddress?.advanced(by: before), count, 0)
    }
    // Memory is read in one piece, whatever its size.
    precondition(read == count)
  }

  private static func lead(_ descriptor: Int32, to other: Int32) {
    while dup2(other, descriptor) < 0, errno == EINTR || errno == EBUSY {}
  }
}
