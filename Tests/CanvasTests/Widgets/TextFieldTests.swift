import Canvas
import SeededRandomness
import Testing

@Suite struct TextFieldTests {
  @Test(
    "Keys edit the text",
    arguments: [
      ("ana", "ana", 3), ("ana<bs>", "an", 2), ("ana<left><bs>", "aa", 1),
      ("ana<home><del>", "na", 0), ("ana<c-a>x", "xana", 1), ("ana<c-a><c-e>x", "anax", 4),
      ("ana<left><left><c-k>", "a", 1), ("ana<left><c-u>", "a", 0),
      ("one two  <c-w>", "one ", 4), ("one<c-w><c-w>", "", 0), ("<bs><del><left><right>", "", 0),
      ("ana<home><end>x", "anax", 4), ("安<left>a", "a安", 1), ("a<space>b", "a b", 3),
      ("a b<left><c-w>", "b", 0),
    ])
  func editing(keys: String, text: String, cursor: Int) throws {
    var field = TextField()
    for key in try #require([Key](notation: keys)) {
      let isTaken = field.handle(key)
      #expect(isTaken)
    }
    #expect(field.text == text)
    #expect(field.cursor == cursor)
  }

  @Test(
    "Other keys are not for a field",
    arguments: [
      "<enter>", "<esc>", "<tab>", "<s-tab>", "<up>", "<down>", "<c-r>", "<f1>", "<pgup>",
    ])
  func otherKeys(notation: String) throws {
    var field = TextField(text: "ana")
    let key = try #require(Key(notation: notation))
    let isTaken = field.handle(key)
    #expect(!isTaken)
    #expect(field == TextField(text: "ana"))
  }

  @Test(
    "A pasted text becomes one line without control characters",
    arguments: [
      ("a\nb", "a b"), ("a\r\nb", "a b"), ("a\u{2028}b\tc", "a b c"), ("\u{1B}[31ma\u{7}", "[31ma"),
      ("a\u{202E}b", "a\u{202E}b"), ("\u{0}", ""),
    ])
  func pasting(text: String, expected: String) {
    var field = TextField()
    field.paste(text)
    #expect(field.text == expected)
    #expect(field.cursor == expected.count)
    #expect(TextField(text: text).text == expected)
  }

  @Test("A paste goes where the cursor is")
  func pasteInside() {
    var field = TextField(text: "ad")
    _ = field.handle(.left)
    field.paste("bc")
    #expect(field.text == "abcd")
    #expect(field.cursor == 3)
  }

  @Test("A field takes no more than its length")
  func length() {
    var field = TextField(maximumLength: 4)
    field.paste("abcdef")
    #expect(field.text == "abcd")
    _ = field.handle(.home)
    let isTaken = field.handle(.character("x"))
    #expect(isTaken)
    #expect(field.text == "abcd")
    #expect(field.cursor == 0)
    #expect(TextField(text: "abcdef", maximumLength: 2).text == "ab")
  }

  @Test("A mark joins the character before it")
  func mark() {
    var field = TextField(text: "e")
    field.paste("\u{301}")
    #expect(field.text.count == 1)
    #expect(field.cursor == 1)
  }

  @Test("A long text moves so that the cursor stands in the field")
  func scrolling() throws {
    var field = TextField(text: "abcdefghijklm")
    var frame = Frame(size: Size(columns: 10, rows: 1))
    field.draw(on: &frame, at: 1, 0, columns: 8, isFocused: true, theme: .dark)
    #expect(frame.text == [" …jklm"])
    #expect(frame.cursor == Position(column: 6, row: 0))
    _ = field.handle(.home)
    field.draw(on: &frame, at: 1, 0, columns: 8, isFocused: true, theme: .dark)
    #expect(frame.text == [" abcdefg…"])
    #expect(frame.cursor == Position(column: 1, row: 0))
  }

  @Test("Without the focus the cursor is left alone")
  func notFocused() {
    var frame = Frame(size: Size(columns: 10, rows: 1))
    TextField(text: "abcdefghijklm").draw(
      on: &frame, at: 0, 0, columns: 8, isFocused: false, theme: .dark)
    #expect(frame.text == ["abcdefg…"])
    #expect(frame.cursor == nil)
    TextField().draw(
      on: &frame, at: 0, 0, columns: 8, isFocused: false, theme: .dark, placeholder: "name")
    #expect(frame.text == ["name"])
  }

  @Test("Whatever is typed, the cursor stands in the field", arguments: UInt64(0)..<80)
  func anyText(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var field = TextField(maximumLength: 30)
    let keys: [Key] = [
      .left, .left, .right, .home, .end, .backspace, .delete, .control("w"), .control("k"),
    ]
    for _ in 0..<30 {
      if Bool.random(using: &generator) {
        field.paste(generator.text(upTo: 8))
      } else {
        _ = field.handle(keys[Int.random(in: 0..<keys.count, using: &generator)])
      }
      #expect((0...field.text.count).contains(field.cursor), "seed \(seed)")
      #expect(field.text.count <= 30, "seed \(seed)")
      for columns in [1, 2, 3, 7, 12] {
        var frame = Frame(size: Size(columns: 16, rows: 1))
        field.draw(on: &frame, at: 2, 0, columns: columns, isFocused: true, theme: .dark)
        let column = frame.cursor?.column ?? -1
        #expect((2..<2 + columns).contains(column), "seed \(seed), \(columns) columns")
        #expect(frame.isWhole, "seed \(seed)")
        let outside = (0..<16).filter { $0 < 2 || $0 >= 2 + columns }
        #expect(outside.allSatisfy { frame[$0, 0] == .blank }, "seed \(seed), \(columns) columns")
      }
    }
  }
}
