import CPty
import Canvas
import Glibc
import TerminalEmulator
import Testing

@testable import Terminal

/// Tests that use ncurses within the test process: it has global state, so they run one by one.
@Suite("ncurses in this process", .serialized, .ownThread, .timeLimit(.minutes(5)))
struct InProcessTests {}

/// A screen of the test process on a pseudo terminal, and what a terminal makes of it.
final class DrawingBoard {
  let screen: Screen
  let terminal: VirtualTerminal
  private(set) var master: Int32 = -1
  private var slave: Int32 = -1

  /// - Parameter write: What stands in for `write(2)`; it gets the terminal's other side as well.
  init(
    columns: Int, rows: Int, type: String = "xterm-256color",
    write: (@Sendable (_ master: Int32, _ slave: Int32, UnsafeRawBufferPointer) -> Int)? = nil
  ) throws {
    try #require(pty_open(Int32(columns), Int32(rows), &master, &slave))
    terminal = VirtualTerminal(columns: columns, rows: rows)
    var device = TerminalDevice(input: slave, output: slave, type: type, ownsProcess: false)
    if let write { device.write = { [master] in write(master, $0, $1) } }
    screen = try Screen(options: ScreenOptions(), device: device)
    try read()
  }

  deinit {
    screen.close()
    Glibc.close(slave)
    if master >= 0 { Glibc.close(master) }
  }

  /// Paints a frame; gives what that sent to the terminal.
  @discardableResult
  func paint(_ frame: Frame) throws -> [UInt8] {
    screen.paint(frame)
    return try read()
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(write(master, bytes, bytes.count) == bytes.count)
  }

  /// Waits until what was typed has arrived on the screen's side.
  func waitForInput() {
    var watched = pollfd(fd: slave, events: Int16(POLLIN), revents: 0)
    #expect(poll(&watched, 1, 30_000) == 1)
  }

  func hangUp() {
    Glibc.close(master)
    master = -1
  }

  /// Reads all that was written so far: the terminal's answer to a question comes after it.
  @discardableResult
  func read() throws -> [UInt8] {
    let question = Array("\u{1B}[6n".utf8)
    #expect(write(slave, question, question.count) == question.count)
    var output: [UInt8] = []
    while true {
      var watched = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      try #require(poll(&watched, 1, 30_000) == 1, "the terminal to be readable")
      var chunk = [UInt8](repeating: 0, count: 65_536)
      let count = Glibc.read(master, &chunk, chunk.count)
      try #require(count > 0)
      output += chunk.prefix(count)
      if !terminal.write(chunk.prefix(count)).isEmpty { return output.dropLast(question.count) }
    }
  }
}
