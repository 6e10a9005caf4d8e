import Glibc
import TerminalEmulator
import Testing

@Suite("A program below a shell", .ownThread, .timeLimit(.minutes(5)))
struct JobControlTests {
  @Test("Ctrl-Z gives the shell a whole terminal, fg brings the screen back")
  func suspendAndResume() throws {
    let terminal = try startBelowShell()
    let shellModes = terminal.modes()
    terminal.send("ae")
    try terminal.wait(for: "keys: a e")
    terminal.send("\u{1A}")
    try terminal.wait(until: { $0.contains("Stopped") && !$0.isAlternateScreen }, "the shell")
    #expect(!terminal.contents.isMouseReported)
    #expect(terminal.contents.isCursorVisible)
    #expect(terminal.contents.contains("text for standard error"))
    #expect(terminal.rawText.lastStart(of: "\u{1B}[?2004h") >= 0)
    #expect(terminal.modes() != shellModes)
    terminal.send("fg\n")
    try terminal.wait(
      until: { $0.isAlternateScreen && $0.contains("events: resumed") }, "the screen")
    #expect(terminal.contents.contains("keys: a e C-z"))
    #expect(terminal.contents.contains("|abcdefg|"))
    #expect(terminal.contents.isMouseReported)
    try quit(terminal)
  }

  @Test("A size that changed meanwhile is the new size")
  func resizeWhileStopped() throws {
    let terminal = try startBelowShell()
    terminal.send("\u{1A}")
    try terminal.wait(until: { $0.contains("Stopped") && !$0.isAlternateScreen }, "the shell")
    terminal.resize(columns: 60, rows: 20)
    terminal.send("fg\n")
    try terminal.wait(for: "resized 60x20; resumed")
    try quit(terminal)
  }

  @Test("A stop that somebody else asks for is the same stop")
  func stopFromOutside() throws {
    let terminal = try startBelowShell()
    terminal.signalForeground(SIGTSTP)
    try terminal.wait(until: { $0.contains("Stopped") && !$0.isAlternateScreen }, "the shell")
    #expect(!terminal.contents.isMouseReported)
    terminal.send("fg\n")
    try terminal.wait(
      until: { $0.isAlternateScreen && $0.contains("events: resumed") }, "the screen")
    try quit(terminal)
  }

  @Test("After a stop that cannot be seen coming the screen is whole again")
  func stopWithoutWarning() throws {
    let terminal = try startBelowShell()
    terminal.signalForeground(SIGSTOP)
    try terminal.wait(for: "Stopped")
    terminal.send("fg\n")
    try terminal.wait(for: "events: resumed")
    #expect(terminal.contents.row(0).hasPrefix("fixture"))
    #expect(!terminal.contents.contains("Stopped"))
    try quit(terminal)
  }

  @Test("A stopped program that is told to end does not touch the shell's terminal")
  func endWhileStopped() throws {
    let terminal = try startBelowShell()
    terminal.send("\u{1A}")
    try terminal.wait(until: { $0.contains("Stopped") && !$0.isAlternateScreen }, "the shell")
    terminal.send("kill %1; kill -CONT %1 2>/dev/null; wait; echo \"status $?\"\n")
    try terminal.wait(until: { $0.contains("status ") && !$0.isAlternateScreen }, "the end")
    terminal.send("exit\n")
    #expect(try terminal.waitForExit() != .killed(SIGTTOU))
  }

  @Test("Keys that are left over do not reach the shell")
  func leftOverKeys() throws {
    let terminal = try startBelowShell()
    terminal.send("qecho reached the shell\n")
    try terminal.wait(for: "ended: finished")
    terminal.send("echo done\n")
    try terminal.wait(until: { $0.rows.contains("done") }, "the command's output")
    #expect(!terminal.contents.contains("reached"))
  }

  /// A shell with the fixture started in front.
  private func startBelowShell() throws -> PseudoTerminal {
    let terminal = try PseudoTerminal.shell(environment: ["SWIFT_BACKTRACE": "enable=no"])
    terminal.send("\(BuiltProducts.path("TerminalFixture"))\n")
    try terminal.wait(until: { $0.isAlternateScreen && $0.contains("fixture") }, "the fixture")
    return terminal
  }

  private func quit(_ terminal: PseudoTerminal) throws {
    terminal.send("q")
    try terminal.wait(until: { $0.contains("ended: finished") && !$0.isAlternateScreen }, "the end")
    terminal.send("exit\n")
    #expect(try terminal.waitForExit() == .exited(0))
  }
}
