import Glibc
import LocalTenant
import TerminalEmulator
import Testing

@Suite("The terminal comes back whole", .timeLimit(.minutes(5)))
struct TerminalStateTests {
  @Test("Quitting gives the terminal back", arguments: ["q", Keys.interrupt])
  func quit(key: String) async throws {
    try await withTenant { tenant in
      let terminal = try tenant.startOnList()
      #expect(terminal.contents.isAlternateScreen)
      #expect(terminal.modes()?.isCooked == false)
      terminal.send(key)
      #expect(try terminal.waitForExit() == .exited(0))
      terminal.expectGivenBack()
      #expect(terminal.afterScreen.allSatisfy { $0 != "r" }, "nothing is printed")
    }
  }

  @Test("Every size shows what it can, and the smallest says what it needs")
  func resize() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.startOnList(columns: 100, rows: 30)
      for (columns, rows) in [(80, 24), (120, 40), (40, 12)] {
        terminal.resize(columns: columns, rows: rows)
        try terminal.wait(
          until: { contents in
            contents.rows.count == rows && contents.contains("▸  Ana Lima")
              && contents.row(rows - 1).contains("⏎") && contents.row(0).contains("127.0.0.1")
          }, "\(columns)x\(rows)")
      }
      terminal.resize(columns: 32, rows: 8)
      try terminal.wait(for: "rolecall needs 40 x 12; this")
      try terminal.wait(for: "terminal has 32 x 8.")
      terminal.resize(columns: 80, rows: 24)
      try terminal.wait(
        until: { $0.contains("▸  Ana Lima") && $0.row(23).contains("open") }, "the list again")
      try terminal.quit()
    }
  }

  @Test("A question survives each size, is never answerable unseen, and is about the same")
  func resizeQuestion() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.start(onRolesOf: LiveTenant.ana)
      try terminal.askToRemove()
      terminal.resize(columns: 32, rows: 8)
      try terminal.wait(for: "rolecall needs 40 x 12; this")
      terminal.send("yyy")
      terminal.resize(columns: 80, rows: 24)
      try terminal.wait(for: "Billing Admin  rol_")
      try terminal.wait(for: PseudoTerminal.armed)
      try terminal.cancelQuestion()
      try terminal.quit()
      try await tenant.expectUntouched()
    }
  }

  @Test("Ctrl-Z gives the shell its terminal, and fg brings the screen back")
  func suspend() async throws {
    try await withTenant { try suspendAndContinue($0) }
  }

  private func suspendAndContinue(_ tenant: LiveTenant) throws {
    let terminal = try PseudoTerminal.shell(environment: tenant.environment())
    terminal.send("\(BuiltProducts.path("rolecall"))\n")
    try terminal.wait(until: { $0.isAlternateScreen && $0.contains("ana@acme") }, "the list")
    terminal.send(Keys.suspend)
    try terminal.wait(until: { $0.contains("Stopped") && !$0.isAlternateScreen }, "the shell")
    #expect(!terminal.contents.isMouseReported)
    terminal.send("fg\n")
    try terminal.wait(until: { $0.isAlternateScreen && $0.contains("▸  Ana Lima") }, "the list")
    terminal.send(Keys.enter)
    try terminal.wait(for: "Roles 3")
    terminal.send("q")
    try terminal.wait(until: { !$0.isAlternateScreen }, "the shell")
    terminal.send("exit\n")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test(
    "A question that was suspended is armed anew, and is not answered by what was typed meanwhile")
  func suspendQuestion() async throws {
    try await withTenant { tenant in
      let terminal = try PseudoTerminal.shell(environment: tenant.environment())
      terminal.send("\(BuiltProducts.path("rolecall")) open '\(LiveTenant.ana)'\n")
      try terminal.wait(until: { $0.isAlternateScreen && $0.contains("Roles 3") }, "the roles")
      try terminal.askToRemove()
      terminal.send(Keys.suspend)
      try terminal.wait(until: { $0.contains("Stopped") && !$0.isAlternateScreen }, "the shell")
      terminal.send("fg\nyyy")
      try terminal.wait(
        until: { $0.isAlternateScreen && $0.contains(PseudoTerminal.armed) }, "the question")
      try terminal.cancelQuestion()
      terminal.send("q")
      try terminal.wait(until: { !$0.isAlternateScreen }, "the shell")
      terminal.send("exit\n")
      #expect(try terminal.waitForExit() == .exited(0))
      try await tenant.expectUntouched()
    }
  }

  @Test(
    "A signal that asks for the end ends it by that signal", arguments: [SIGTERM, SIGHUP, SIGINT])
  func endingSignal(number: Int32) async throws {
    try await withTenant { tenant in
      let terminal = try tenant.startOnList()
      terminal.signal(number)
      #expect(try terminal.waitForExit() == .killed(number))
      terminal.expectGivenBack()
    }
  }

  @Test(
    "A crash gives the terminal back and keeps its signal",
    arguments: [SIGSEGV, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGQUIT])
  func crash(number: Int32) async throws {
    try await withTenant { tenant in
      let terminal = try tenant.start(onRolesOf: LiveTenant.ana)
      try terminal.askToRemove()
      terminal.signal(number)
      #expect(try terminal.waitForExit() == .killed(number))
      terminal.expectGivenBack()
      try await tenant.expectUntouched()
    }
  }

  @Test("Closing the terminal ends the program")
  func hangUp() async throws {
    try await withTenant { tenant in
      let terminal = try tenant.start(onRolesOf: LiveTenant.ana)
      try terminal.askToRemove()
      terminal.hangUp()
      let end = try terminal.waitForExit()
      #expect(end == .killed(SIGHUP) || end == .exited(130))
      try await tenant.expectUntouched()
    }
  }

  @Test("Keys that are left over do not reach the shell")
  func leftOverKeys() async throws {
    try await withTenant { try leaveKeysOver($0) }
  }

  private func leaveKeysOver(_ tenant: LiveTenant) throws {
    let terminal = try PseudoTerminal.shell(environment: tenant.environment())
    terminal.send("\(BuiltProducts.path("rolecall"))\n")
    try terminal.wait(until: { $0.isAlternateScreen && $0.contains("ana@acme") }, "the list")
    terminal.send("qecho reached the shell\n")
    try terminal.wait(until: { !$0.isAlternateScreen }, "the shell")
    terminal.send("echo done\n")
    try terminal.wait(until: { $0.rows.contains("done") }, "the command's output")
    #expect(!terminal.contents.contains("reached"))
    terminal.send("exit\n")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test(
    "What is not a terminal gets one line that names the commands for scripts, and status 2",
    arguments: [[], ["demo"], ["open", LiveTenant.ana]])
  func notATerminal(arguments: [String]) async throws {
    try await withTenant { tenant in
      let run = try CommandRun(arguments, environment: tenant.environment())
      #expect(run.end == .exited(2))
      #expect(run.output.isEmpty)
      #expect(run.errorLines.count == 1)
      #expect(run.errors.contains("must both be a terminal"))
      #expect(run.errors.contains("rolecall users list"))
      #expect(await tenant.server.recordedRequests().isEmpty)
    }
  }

  @Test("A terminal that cannot place its cursor is refused with status 2")
  func dumb() async throws {
    try await withTenant { tenant in
      let terminal = try PseudoTerminal.rolecall(
        [], environment: tenant.environment().merging(["TERM": "dumb"]) { $1 })
      #expect(try terminal.waitForExit() == .exited(2))
      #expect(terminal.contents.contains("cannot place its cursor"))
    }
  }
}
