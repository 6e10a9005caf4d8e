import Glibc
import TerminalEmulator
import Testing

@Suite("A program on a terminal", .ownThread, .timeLimit(.minutes(5)))
struct ProgramTests {
  @Test("It takes the terminal over and gives it back whole")
  func startAndQuit() throws {
    let terminal = try startFixture()
    #expect(terminal.contents.isAlternateScreen)
    #expect(terminal.contents.isMouseReported)
    #expect(!terminal.contents.isCursorVisible)
    #expect(terminal.modes()?.isCooked == false)
    terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    expectGivenBack(terminal)
    #expect(terminal.contents.contains("ended: finished"))
  }

  @Test("A resize is an event, and the whole screen is drawn at the new size")
  func resize() throws {
    let terminal = try startFixture()
    terminal.resize(columns: 100, rows: 30)
    try terminal.wait(for: "100x30")
    try terminal.wait(for: "events: resized 100x30")
    terminal.resize(columns: 20, rows: 3)
    try terminal.wait(
      until: { $0.rows.count == 3 && $0.row(0).hasSuffix("20x3") }, "the small size")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test("A signal that asks for the end ends the loop", arguments: [SIGTERM, SIGHUP, SIGINT])
  func endingSignal(number: Int32) throws {
    let terminal = try startFixture()
    terminal.signal(number)
    #expect(try terminal.waitForExit() == .exited(128 + number))
    expectGivenBack(terminal)
    #expect(terminal.contents.contains("ended: signal(\(number))"))
  }

  @Test("A second signal gives the terminal back and ends a program that hangs")
  func secondSignal() throws {
    let terminal = try startFixture()
    terminal.send("eh")
    // The clipboard's bytes say that it hangs from now on.
    try terminal.wait(forRaw: "\u{1B}]52;c;aGFuZ2luZw==")
    // Two that differ: of two alike, the second may be lost.
    terminal.signal(SIGINT)
    terminal.signal(SIGTERM)
    let end = try terminal.waitForExit()
    #expect(end == .killed(SIGINT) || end == .killed(SIGTERM))
    expectGivenBack(terminal)
    #expect(terminal.contents.contains("text for standard error"))
  }

  @Test("Two hangups are one: the kernel and the shell both tell of it")
  func secondHangUp() throws {
    let terminal = try startFixture()
    terminal.send("h")
    try terminal.wait(forRaw: "\u{1B}]52;c;aGFuZ2luZw==")
    terminal.signal(SIGHUP)
    terminal.signal(SIGHUP)
    terminal.send("x")
    #expect(try terminal.waitForExit() == .exited(128 + SIGHUP))
    expectGivenBack(terminal)
  }

  @Test("Closing the terminal ends the program")
  func hangUp() throws {
    let terminal = try startFixture()
    terminal.hangUp()
    let end = try terminal.waitForExit()
    #expect(end == .exited(128 + SIGHUP) || end == .exited(3))
  }

  @Test("Text for standard error is printed after the screen is gone")
  func standardError() throws {
    let terminal = try startFixture()
    terminal.send("e")
    try terminal.wait(for: "keys: e")
    #expect(!terminal.contents.contains("standard error"))
    #expect(!terminal.rawText.contains("standard error"))
    terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.contents.contains("text for standard error"))
    expectGivenBack(terminal)
  }

  @Test("Of much text for standard error the first MiB is printed, and how much is missing")
  func muchStandardError() throws {
    let terminal = try startFixture()
    terminal.send("E")
    try terminal.wait(for: "keys: E")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.contents.contains("[2097152 more bytes of standard error were left out]"))
  }

  @Test(
    "A crash gives the terminal back, prints its message and keeps its signal",
    arguments: [("T", SIGILL), ("A", SIGABRT), ("S", SIGSEGV), ("O", SIGSEGV)])
  func crash(key: String, number: Int32) throws {
    let terminal = try startFixture()
    terminal.send("e")
    try terminal.wait(for: "keys: e")
    terminal.send(key)
    #expect(try terminal.waitForExit() == .killed(number))
    expectGivenBack(terminal)
    // After the screen is gone, where a person can read it.
    let afterwards = try #require(terminal.rawText.part(after: "\u{1B}[?1049l"))
    #expect(afterwards.contains("text for standard error"))
    #expect(afterwards.contains("a trap on purpose") == (key == "T"))
  }

  @Test("A crash is followed by Swift's own backtrace where that is on")
  func backtrace() throws {
    let terminal = try startFixture(
      environment: ["SWIFT_BACKTRACE": "enable=yes,interactive=no,color=no"])
    terminal.send("T")
    #expect(try terminal.waitForExit() == .killed(SIGILL))
    expectGivenBack(terminal)
    let afterwards = try #require(terminal.rawText.part(after: "\u{1B}[?1049l"))
    #expect(afterwards.contains("a trap on purpose"))
    #expect(afterwards.contains("Program crashed"))
  }

  @Test("Text for the clipboard goes out as OSC 52")
  func clipboard() throws {
    let terminal = try startFixture()
    terminal.send("c")
    try terminal.wait(forRaw: "\u{1B}]52;c;Y29waWVkIHRleHQ=\u{07}")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test("Messages of other threads all arrive")
  func messages() throws {
    let terminal = try startFixture()
    terminal.send("p")
    try terminal.wait(for: "notes: 1000")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test("An unknown terminal type is drawn on as xterm is")
  func unknownType() throws {
    let terminal = try startFixture(environment: ["TERM": "xterm-of-tomorrow"])
    #expect(terminal.contents.isAlternateScreen)
    terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test("A terminal without colours shows attributes", arguments: ["vt100", "vt220"])
  func colourless(type: String) throws {
    let terminal = try startFixture(environment: ["TERM": type])
    #expect(terminal.contents.cell(row: 6, column: 1).isUnderlined)
    terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.modes()?.isCooked == true)
  }

  @Test("A terminal that cannot place its cursor is refused")
  func dumb() throws {
    let terminal = try PseudoTerminal(
      path: BuiltProducts.path("TerminalFixture"), environment: ["TERM": "dumb"])
    #expect(try terminal.waitForExit() == .exited(2))
    #expect(terminal.contents.contains("cannot place its cursor"))
    #expect(terminal.modes()?.isCooked == true)
  }

  @Test("What is not a terminal is refused")
  func notATerminal() throws {
    let terminal = try PseudoTerminal.shell()
    terminal.send("\(BuiltProducts.path("TerminalFixture")) < /dev/null; echo \"status $?\"\n")
    try terminal.wait(for: "status 2")
    #expect(terminal.contents.contains("must both be a terminal"))
  }

  @Test("In a locale without UTF-8 text is UTF-8 all the same")
  func posixLocale() throws {
    let terminal = try startFixture(environment: ["LANG": "C", "LC_ALL": "POSIX"])
    terminal.send("w")
    try terminal.wait(for: "|日本|e\u{301}|")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }
}
