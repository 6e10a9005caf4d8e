import ArgumentParser
import Glibc

/// `Benchmarks floor`: a program on a terminal that answers each key with one write, and does nothing
/// else.
///
/// What it takes from a key to that write is the machine's share of every program's time: two wake-ups,
/// and the kernel's way through the pseudo terminal in both directions.
struct FloorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "floor", abstract: "Answers each key with a write; measured by screens.",
    shouldDisplay: false)

  /// What says that it waits for keys.
  static let greeting = "waiting for keys"
  /// How long an answer is: about what moving a cursor takes.
  private static let answerLength = 100

  func run() throws {
    var modes = termios()
    guard tcgetattr(STDIN_FILENO, &modes) == 0 else {
      throw BenchmarkError("The floor needs a terminal.")
    }
    cfmakeraw(&modes)
    tcsetattr(STDIN_FILENO, TCSANOW, &modes)
    var answer =
      Array("\r".utf8) + Array(repeating: UInt8(ascii: "x"), count: Self.answerLength - 1)
    var keys = [UInt8](repeating: 0, count: 64)
    guard Self.write(Array(Self.greeting.utf8)) else { return }
    while true {
      let count = read(STDIN_FILENO, &keys, keys.count)
      guard count > 0 else { return }
      for key in keys.prefix(count) {
        answer[1] = key
        guard Self.write(answer) else { return }
      }
    }
  }

  private static func write(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) } == bytes.count
  }
}
