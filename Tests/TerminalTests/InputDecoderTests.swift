import CNcurses
import Canvas
import Testing

@testable import Terminal

@Suite("Decoding of input")
struct InputDecoderTests {
  typealias Instant = SuspendingClock.Instant

  @Test(
    "What ncurses reads becomes keys",
    arguments: [
      ("a", [.key(.character("a"))]),
      ("A ~", [.key(.character("A")), .key(.character(" ")), .key(.character("~"))]),
      ("é日😀", [.key(.character("é")), .key(.character("日")), .key(.character("😀"))]),
      ("\u{01}\u{12}\u{1A}", [.key(.control("a")), .key(.control("r")), .key(.control("z"))]),
      ("\r\n", [.key(.enter), .key(.enter)]),
      ("\t\u{08}\u{7F}", [.key(.tab), .key(.backspace), .key(.backspace)]),
      ("\u{00}\u{1C}\u{1F}", []),
      ("\u{1B}", [.key(.escape)]),
      ("\u{1B}\u{1B}", [.key(.escape), .key(.escape)]),
      ("\u{1B}[A\u{1B}OB\u{1B}[C\u{1B}OD", [.key(.up), .key(.down), .key(.right), .key(.left)]),
      ("\u{1B}[H\u{1B}[1~\u{1B}[7~\u{1B}OH", Array(repeating: Event.key(.home), count: 4)),
      ("\u{1B}[F\u{1B}[4~\u{1B}[8~\u{1B}OF", Array(repeating: Event.key(.end), count: 4)),
      (
        "\u{1B}[2~\u{1B}[3~\u{1B}[5~\u{1B}[6~",
        [.key(.insert), .key(.delete), .key(.pageUp), .key(.pageDown)]
      ),
      ("\u{1B}[Z\u{1B}OM\u{1B}OS", [.key(.backTab), .key(.enter), .key(.function(4))]),
    ] as [(String, [Event])])
  func keys(input: String, expected: [Event]) {
    #expect(decode(input) == expected)
  }

  @Test(
    "What follows an escape at once never acts by itself",
    arguments: [
      "\u{1B}d", "\u{1B}\r", "\u{1B}\u{7F}", "\u{1B}é", "\u{1B}[I", "\u{1B}[O", "\u{1B}[1;3D",
      "\u{1B}[3;5~", "\u{1B}[121;5u", "\u{1B}O5A", "\u{1B}[?1;2c", "\u{1B}[[A", "\u{1B}[M#yd",
      "\u{1B}]52;c;eXl5\u{07}", "\u{1B}]52;c;eXl5\u{1B}\\", "\u{1B}_Gi=1;OK\u{1B}\\",
      "\u{1B}P>|x\u{1B}\\",
      "\u{1B}[" + String(repeating: "1", count: 63) + "y",
    ])
  func droppedSequences(sequence: String) {
    #expect(decode(sequence + "x") == [.key(.character("x"))])
  }

  @Test("A key with Alt held is dropped, as ncurses' codes are")
  func droppedCodes() {
    #expect(decode([.byte(0x1B), .code(KEY_DC), .idle, .code(KEY_DC)]) == [.key(.delete)])
    #expect(decode([.code(KEY_RESIZE), .code(KEY_MOUSE), .code(9999)]).isEmpty)
  }

  @Test(
    "Codes of ncurses are keys",
    arguments: [
      (KEY_UP, .up), (KEY_DOWN, .down), (KEY_LEFT, .left), (KEY_RIGHT, .right), (KEY_HOME, .home),
      (KEY_END, .end), (KEY_PPAGE, .pageUp), (KEY_NPAGE, .pageDown), (KEY_IC, .insert),
      (KEY_DC, .delete), (KEY_BACKSPACE, .backspace), (KEY_ENTER, .enter), (KEY_BTAB, .backTab),
      (ncurses_function_key(1), .function(1)), (ncurses_function_key(12), .function(12)),
    ] as [(Int32, Key)])
  func codes(code: Int32, key: Key) {
    #expect(decode([.code(code)]) == [.key(key)])
  }

  @Test(
    "A sequence or a character in pieces is still one",
    arguments: [
      ("\u{1B}[", "3~", [.key(.delete)]),
      ("\u{1B}[20", "0~dy\u{1B}[201~", [.paste("dy")]),
      ("\u{1B}[200~d", "y\u{1B}[201~", [.paste("dy")]),
      ("\u{1B}[200~dy\u{1B}[20", "1~", [.paste("dy")]),
      ("\u{1B}[<0;3;", "4M", [.mouse(Mouse(.click, at: Position(column: 2, row: 3)))]),
    ] as [(String, String, [Event])])
  func pieces(first: String, second: String, expected: [Event]) {
    let inputs = bytes(first) + [.idle, .idle] + bytes(second) + [.idle]
    #expect(decode(inputs) == expected)
  }

  @Test("A character in pieces is one, and broken ones are dropped without their neighbours")
  func brokenCharacters() {
    #expect(decode([.byte(0xC3), .idle, .byte(0xA9)]) == [.key(.character("é"))])
    #expect(decode([.byte(0xC3), .byte(0x64)]) == [.key(.character("d"))])
    #expect(decode([.byte(0xFF), .byte(0x80), .byte(0x64)]) == [.key(.character("d"))])
    #expect(decode([.byte(0xC2), .byte(0x9B), .byte(0x64)]) == [.key(.character("d"))])
  }

  @Test("A sequence that nobody completes does not swallow a key for ever")
  func staleSequence() {
    var decoder = InputDecoder()
    let start = Instant.now
    for input in bytes("\u{1B}[") + [.idle] { #expect(decoder.decode(input, at: start) == nil) }
    let later = start.advanced(by: InputDecoder.sequenceTime + .milliseconds(1))
    #expect(decoder.decode(.byte(0x64), at: later) == .key(.character("d")))
  }

  @Test(
    "A paste's line ends become one, and it holds whatever it holds",
    arguments: [
      ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("", ""), ("\u{1B}[A\u{03}q", "\u{1B}[A\u{03}q"),
      ("\u{1B}[200~x", "\u{1B}[200~x"), ("日本\r\r\n", "日本\n\n"),
    ])
  func paste(text: String, expected: String) {
    #expect(decode("\u{1B}[200~\(text)\u{1B}[201~q") == [.paste(expected), .key(.character("q"))])
  }

  @Test("A lone escape gets a person out of a paste that never ends")
  func endlessPaste() {
    #expect(decode("\u{1B}[200~abc\u{1B}") == [])
    #expect(decode(bytes("\u{1B}[200~abc\u{1B}") + [.idle] + bytes("q")) == [.key(.character("q"))])
  }

  @Test("Discarding drops what has begun, and a paste to its end")
  func discard() {
    var decoder = InputDecoder()
    for input in bytes("\u{1B}[200~dy") { _ = decoder.decode(input, at: .now) }
    decoder.discard()
    let rest = bytes("y\u{1B}[201~q").compactMap { decoder.decode($0, at: .now) }
    #expect(rest == [.key(.character("q"))])

    _ = decoder.decode(.byte(0x1B), at: .now)
    decoder.discard()
    #expect(decoder.decode(.idle, at: .now) == nil)
  }

  @Test(
    "Reports of the mouse are events, but for what no frame reacts to",
    arguments: [
      ("\u{1B}[<0;1;1M", [.click]), ("\u{1B}[<0;1;1m", []), ("\u{1B}[<64;1;1M", [.wheelUp]),
      ("\u{1B}[<65;1;1M", [.wheelDown]), ("\u{1B}[<1;1;1M", []), ("\u{1B}[<2;1;1M", []),
      ("\u{1B}[<4;1;1M", []), ("\u{1B}[<32;1;1M", []), ("\u{1B}[<0;0;1M", []), ("\u{1B}[<0;1M", []),
      ("\u{1B}[M !!", [.click]), ("\u{1B}[M`!!", [.wheelUp]),
    ] as [(String, [Mouse.Action])])
  func mouse(input: String, expected: [Mouse.Action]) {
    let origin = Position(column: 0, row: 0)
    #expect(decode(input) == expected.map { .mouse(Mouse($0, at: origin)) })
  }

  @Test(
    "Two clicks are a double click when they are close in place and time",
    arguments: [
      (Duration.milliseconds(400), 1, Mouse.Action.doubleClick), (.milliseconds(401), 1, .click),
      (.milliseconds(10), 2, .click),
    ])
  func doubleClick(pause: Duration, row: Int, expected: Mouse.Action) {
    var mouse = MouseDecoder()
    let start = Instant.now
    _ = mouse.decode(parameters: "0;5;1".utf8, final: 0x4D, at: start)
    let second = mouse.decode(
      parameters: "0;5;\(row)".utf8, final: 0x4D, at: start.advanced(by: pause))
    #expect(second == .mouse(Mouse(expected, at: Position(column: 4, row: row - 1))))
  }

  private func decode(_ text: String) -> [Event] { decode(bytes(text) + [.idle]) }

  private func decode(_ inputs: [RawInput]) -> [Event] {
    var decoder = InputDecoder()
    let now = Instant.now
    return inputs.compactMap { decoder.decode($0, at: now) }
  }

  private func bytes(_ text: String) -> [RawInput] { text.utf8.map { .byte($0) } }
}
