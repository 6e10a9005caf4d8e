import TerminalEmulator
import Testing

@Suite("Keys, pastes and the mouse", .ownThread, .timeLimit(.minutes(5)))
struct InputTests {
  @Test("Keys arrive as what they are")
  func keys() throws {
    let terminal = try startFixture()
    terminal.send(
      "aé日\u{12}\t\r\u{7F}\u{1B}[3~\u{1B}OA\u{1B}[B\u{1B}[Z\u{1B}OP\u{1B}[15~\u{1B}[1~\u{1B}OF")
    try terminal.wait(
      for: "keys: a é 日 C-r tab enter backspace delete up down backTab F1 F5 home end")
    try quit(terminal)
  }

  @Test("A lone escape is a key")
  func escape() throws {
    let terminal = try startFixture()
    terminal.send("\u{1B}")
    try terminal.wait(for: "keys: escape")
    terminal.send("x")
    try terminal.wait(for: "keys: escape x")
    try quit(terminal)
  }

  @Test(
    "Sequences that mean nothing here do nothing",
    arguments: [
      "\u{1B}[I", "\u{1B}[O", "\u{1B}[1;5A", "\u{1B}[27;5;100~", "\u{1B}[100;5u", "\u{1B}d",
      "\u{1B}y",
      "\u{1B}[?62;c", "\u{1B}[12;40R", "\u{1B}]11;rgb:dddd/dddd/dddd\u{07}",
      "\u{1B}]11;rgb:dddd/dddd/dddd\u{1B}\\", "\u{1B}P1$r0q\u{1B}\\", "\u{1B}O2P", "\u{1B}é",
      "\u{1B}[M!dy", "\u{1B}[<35;3;4M", "\u{1B}[<16;3;4M",
    ])
  func unknownSequences(sequence: String) throws {
    let terminal = try startFixture()
    terminal.send("a\(sequence)")
    terminal.send("b")
    try terminal.wait(for: "keys: a b")
    #expect(terminal.contents.row(2) == "events:")
    #expect(terminal.contents.row(3).contains("closed 0"))
    try quit(terminal)
  }

  @Test("A paste is one event, with line ends made one")
  func paste() throws {
    let terminal = try startFixture()
    terminal.send("\u{1B}[200~dy\r\nq\rx\u{1B}[201~")
    try terminal.wait(for: #"events: paste "dy\nq\nx""#)
    #expect(terminal.contents.row(1) == "keys:")
    try quit(terminal)
  }

  @Test("A paste may take as long as it likes")
  func slowPaste() throws {
    let terminal = try startFixture()
    terminal.send("\u{1B}[200~d")
    terminal.resize(columns: 81, rows: 24)
    try terminal.wait(for: "events: resized 81x24")
    terminal.send("y\u{1B}[20")
    terminal.resize(columns: 82, rows: 24)
    try terminal.wait(for: "resized 82x24")
    terminal.send("1~")
    try terminal.wait(for: #"paste "dy""#)
    #expect(terminal.contents.row(1) == "keys:")
    try quit(terminal)
  }

  @Test("A paste that is too long is cut, and nothing of it becomes keys")
  func longPaste() throws {
    let terminal = try startFixture()
    terminal.send("\u{1B}[200~" + String(repeating: "d", count: 1_100_000) + "\u{1B}[201~a")
    try terminal.wait(for: "keys: a")
    #expect(terminal.contents.contains("events: paste 1048576 bytes"))
    try quit(terminal)
  }

  @Test("Clicks and the wheel are events; a second click is a double click")
  func mouse() throws {
    let terminal = try startFixture()
    terminal.send("\u{1B}[<0;5;3M\u{1B}[<0;5;3m")
    try terminal.wait(for: "events: click 4,2")
    terminal.send("\u{1B}[<64;6;4M\u{1B}[<65;100;20M")
    try terminal.wait(for: "click 4,2; wheelUp 5,3; wheelDown 99,19")
    terminal.send("\u{1B}[<0;9;9M\u{1B}[<0;9;9m\u{1B}[<0;9;9M\u{1B}[<0;9;9m")
    try terminal.wait(for: "click 8,8; doubleClick 8,8")
    #expect(terminal.contents.row(1) == "keys:")
    try quit(terminal)
  }

  @Test("A frame turns the mouse off and on")
  func mouseMode() throws {
    let terminal = try startFixture()
    #expect(terminal.contents.isMouseReported)
    terminal.send("m")
    try terminal.wait(until: { !$0.isMouseReported }, "the mouse to be off")
    terminal.send("m")
    try terminal.wait(until: { $0.isMouseReported }, "the mouse to be on")
    try quit(terminal)
  }

  @Test("A title has nothing in it that could end it")
  func title() throws {
    let terminal = try startFixture()
    terminal.send("t")
    try terminal.wait(until: { !$0.title.isEmpty }, "the title")
    #expect(terminal.contents.title == "a ]0;title of its own")
    try quit(terminal)
  }

  @Test(
    "Keys of the burst that opens a dialog never reach it",
    arguments: ["dy", "dyyyyyy\r\r", "d\u{1B}[200~y\u{1B}[201~y"])
  func typedAhead(keys: String) throws {
    let terminal = try startFixture()
    terminal.send(keys)
    try terminal.wait(for: "dialog: armed 1, keys before 0, answer none")
    #expect(terminal.contents.row(2) == "events:")
    terminal.send("y")
    try terminal.wait(for: "answer yes")
    try quit(terminal)
  }

  @Test("Content that changes must settle again")
  func changedHold() throws {
    let terminal = try startFixture()
    terminal.send("d")
    try terminal.wait(for: "armed 1")
    terminal.send("ryyy")
    try terminal.wait(for: "dialog: armed 2, keys before 0, answer none")
    terminal.send("\u{1B}")
    try terminal.wait(for: "closed 2")
    try quit(terminal)
  }

  private func quit(_ terminal: PseudoTerminal) throws {
    terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    expectGivenBack(terminal)
  }
}
