internal import CPty
import Glibc
package import Testing

/// A program on a pseudo terminal, and a person's eyes and hands before it.
///
/// It waits for what the screen shows, never for time: see ``wait(until:_:sourceLocation:)``.
package final class PseudoTerminal {
  /// The program's process; as the leader of its session it has no job control.
  package let process: Int32
  /// All that the program wrote so far.
  package private(set) var rawOutput: [UInt8] = []

  private var master: Int32
  private let processDescriptor: Int32
  private let screen: VirtualTerminal
  private var hasEnded = false
  private var isClosed = false
  private var end: ProgramEnd?

  /// How long anything is waited for before the test fails, in milliseconds.
  private static let patience: Int32 = 30_000
  /// How long an effect of typed keys is waited for before they are typed again, in milliseconds.
  private static let persistence: Int32 = 1_000

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - path: the program's file.
  ///   - arguments: what follows the program's name.
  ///   - environment: the whole environment; nothing is inherited. `TERM` and `LANG` have defaults.
  ///   - columns: the terminal's width.
  ///   - rows: the terminal's height.
  /// - Throws: `PseudoTerminalError` when the system has no terminal or no process.
  package init(
    path: String, arguments: [String] = [], environment: [String: String] = [:], columns: Int = 80,
    rows: Int = 24
  ) throws {
    let settings = ["TERM": "xterm-256color", "LANG": "C.UTF-8"].merging(environment) { $1 }
    var argumentPointers = ([path] + arguments).map { strdup($0) }
    var environmentPointers = settings.map { strdup("\($0.key)=\($0.value)") }
    defer { for pointer in argumentPointers + environmentPointers { free(pointer) } }
    argumentPointers.append(nil)
    environmentPointers.append(nil)
    var descriptor: Int32 = -1
    process = pty_spawn(
      path, argumentPointers, environmentPointers, Int32(columns), Int32(rows), &descriptor)
    guard process > 0 else { throw PseudoTerminalError(call: "forkpty") }
    master = descriptor
    processDescriptor = pty_process_descriptor(process)
    guard processDescriptor >= 0 else { throw PseudoTerminalError(call: "pidfd_open") }
    screen = VirtualTerminal(columns: columns, rows: rows)
  }

  deinit {
    if end == nil, !pty_poll_end(process).has_ended {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    if !isClosed { close(master) }
    close(processDescriptor)
  }

  // MARK: - Hands

  /// Types text, all in one write.
  package func send(_ text: String) { send(bytes: Array(text.utf8)) }

  /// Types bytes, all in one write where the terminal takes them.
  package func send(bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty, !isClosed {
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        // Full: the program must read first, and may have to write before it does.
        _ = pump(for: 10)
      } else if errno != EINTR {
        return
      }
    }
  }

  /// Changes the size of the window.
  package func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    _ = pty_resize(master, Int32(columns), Int32(rows))
  }

  /// Sends a signal to the program, or to another process.
  package func signal(_ number: Int32, to other: Int32? = nil) { kill(other ?? process, number) }

  /// Sends a signal to whatever is in front of the terminal.
  package func signalForeground(_ number: Int32) { _ = pty_signal_foreground(master, number) }

  /// Takes the terminal away, as closing its window does.
  package func hangUp() {
    guard !isClosed else { return }
    isClosed = true
    close(master)
  }

  // MARK: - Eyes

  /// What the screen shows, as far as it has been read.
  package var contents: ScreenContents { screen.contents }

  /// The modes of the line; `nil` when the terminal is gone.
  package func modes() -> LineModes? { LineModes(descriptor: master) }

  /// All that the program wrote so far, as text.
  package var rawText: String { String(decoding: rawOutput, as: UTF8.self) }

  /// Reads until the screen shows something.
  ///
  /// - Parameters:
  ///   - condition: asked after each piece that was read, and once before.
  ///   - what: what is waited for, in words for the failure.
  ///   - sourceLocation: where the test waits.
  /// - Throws: when the program ends before, or nothing came for half a minute; the failure shows the
  ///   screen.
  package func wait(
    until condition: (ScreenContents) -> Bool, _ what: String = "the screen",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    while !condition(contents) {
      if pump(for: Self.patience) { continue }
      let reason = hasEnded ? "the program ended" : "nothing happened for long"
      Issue.record(
        "waited for \(what); \(reason). The screen:\n\(contents.text)",
        sourceLocation: sourceLocation)
      throw PseudoTerminalError(call: "wait for \(what)")
    }
  }

  /// Reads until a row has a text in it.
  package func wait(
    for text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try wait(
      until: { $0.contains(text) }, text.debugDescription, sourceLocation: sourceLocation)
  }

  /// Reads until the program's output has a piece of raw text in it.
  package func wait(
    forRaw text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let wanted = Array(text.utf8)
    try wait(
      until: { _ in rawOutput.contains(wanted) }, "the bytes \(text.debugDescription)",
      sourceLocation: sourceLocation)
  }

  /// Types something again and again until the screen shows what must come of it.
  ///
  /// For what a program drops without a sign while it is too early; typed twice, it must be as typed once.
  package func type(
    _ keys: String, until text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try type(
      keys, until: { $0.contains(text) }, text.debugDescription, sourceLocation: sourceLocation)
  }

  /// Types something again and again, a second apart, until the screen is as it must come to be.
  package func type(
    _ keys: String, until condition: (ScreenContents) -> Bool, _ what: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for _ in 0..<Int(Self.patience / Self.persistence) {
      send(keys)
      let clock = ContinuousClock()
      let start = clock.now
      while !condition(contents), !hasEnded {
        let left = Duration.milliseconds(Self.persistence) - (clock.now - start)
        guard left > .zero else { break }
        _ = pump(for: Int32(left / .milliseconds(1)) + 1)
      }
      if condition(contents) { return }
    }
    try wait(until: condition, what, sourceLocation: sourceLocation)
  }

  /// Reads until the program has ended.
  ///
  /// - Throws: when it does not end within half a minute; the failure shows the screen.
  package func waitForExit(sourceLocation: SourceLocation = #_sourceLocation) throws -> ProgramEnd {
    while end == nil {
      let isAlive = pump(for: Self.patience)
      let state = pty_poll_end(process)
      if state.has_ended {
        // What it wrote last may still be on the way.
        while pump(for: 0) {}
        end = state.signal == 0 ? .exited(state.status) : .killed(state.signal)
      } else if !isAlive, !hasEnded {
        Issue.record(
          "waited for the program's end. The screen:\n\(contents.text)",
          sourceLocation: sourceLocation)
        throw PseudoTerminalError(call: "wait for the program's end")
      }
    }
    return try #require(end)
  }

  /// Waits for output or the program's end and reads it; false when neither came in time.
  private func pump(for milliseconds: Int32) -> Bool {
    var watched = [
      pollfd(fd: isClosed || hasEnded ? -1 : master, events: Int16(POLLIN), revents: 0),
      pollfd(fd: processDescriptor, events: Int16(POLLIN), revents: 0),
    ]
    let hadEnded = hasEnded
    if hadEnded && end != nil { return false }
    let count = poll(&watched, 2, milliseconds)
    guard count > 0 else { return count < 0 && errno == EINTR }
    if watched[0].revents != 0 { return read() }
    // The process is gone, and all that it wrote has been read.
    let isNews = !hasEnded
    hasEnded = true
    return isNews
  }

  private func read() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(master, &chunk, chunk.count)
    guard count > 0 else {
      if count < 0, errno == EAGAIN || errno == EINTR { return true }
      // EIO: nobody has the terminal open any more.
      hasEnded = true
      return true
    }
    rawOutput += chunk.prefix(count)
    let answer = screen.write(chunk.prefix(count))
    if !answer.isEmpty { send(bytes: answer) }
    return true
  }
}
