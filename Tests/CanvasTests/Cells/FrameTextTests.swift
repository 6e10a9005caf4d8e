import Canvas
import SeededRandomness
import Testing

@Suite struct FrameTextTests {
  @Test("A text keeps to its side of the room, and is cut with a sign")
  func drawing() {
    var frame = Frame(size: Size(columns: 12, rows: 4))
    #expect(frame.draw("Ana", at: 1, 0, columns: 5, style: .plain) == 3)
    #expect(frame.draw("Ana", at: 1, 1, columns: 5, style: .plain, alignment: .trailing) == 3)
    #expect(frame.draw("Billing", at: 1, 2, columns: 5, style: .plain) == 5)
    #expect(
      frame.draw("Billing", at: 1, 3, columns: 5, style: .plain, truncating: .ends) == 5)
    #expect(frame.text == [" Ana", "   Ana", " Bill…", " Bi…ng"])
  }

  @Test("The frame's edge cuts like the room's")
  func clipping() {
    var frame = Frame(size: Size(columns: 6, rows: 2))
    #expect(frame.draw("Billing", at: 2, 0, columns: 10, style: .plain) == 4)
    frame.draw("安b", at: -1, 1, columns: 5, style: .plain)
    #expect(frame.text == ["  Bil…", " b"])
    #expect(frame.draw("x", at: 0, 2, columns: 5, style: .plain) == 0)
    #expect(frame.draw("x", at: 6, 0, columns: 5, style: .plain) == 0)
  }

  @Test("What the gate wrote has its own look")
  func replacement() {
    var frame = Frame(size: Size(columns: 5, rows: 1))
    let look = Style(foreground: .yellow)
    frame.draw("a\u{7}b", at: 0, 0, columns: 5, style: .plain, replacement: look)
    #expect(frame.text == ["a‹7›b"])
    #expect(frame.row(0).map(\.style) == [.plain, look, look, look, .plain])
  }

  @Test("A line shows that something follows")
  func line() {
    var frame = Frame(size: Size(columns: 12, rows: 3))
    let line = Line(Span("abc", .text), Span("def", .danger), indentation: 2)
    #expect(frame.draw(line: line, at: 0, 0, columns: 8, theme: .dark) == 8)
    #expect(frame.draw(line: line, at: 0, 1, columns: 7, theme: .dark) == 7)
    #expect(frame.draw(line: line, at: 0, 2, columns: 5, theme: .dark) == 5)
    #expect(frame.text == ["  abcdef", "  abcd…", "  ab…"])
    #expect(frame[5, 0].style == Theme.dark[.danger])
  }

  @Test("Any text in any room stays in it", arguments: UInt64(0)..<100)
  func anyText(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let text = CellText(generator.text())
    let size = Size(columns: 20, rows: 1)
    let ink = Style(foreground: .red)
    for columns in 0...22 {
      let left = Int.random(in: 0...8, using: &generator)
      for alignment in [Alignment.leading, .trailing] {
        var frame = Frame(size: size)
        let used = frame.draw(text, at: left, 0, columns: columns, style: ink, alignment: alignment)
        let inked = (0..<20).filter { frame[$0, 0].style == ink }
        let room = min(columns, 20 - left)
        #expect(inked.count == used, "seed \(seed), \(columns) columns")
        #expect(used <= room && used >= min(room, text.columns) - 1, "seed \(seed)")
        #expect(inked.allSatisfy { $0 >= left && $0 < left + room }, "seed \(seed)")
        #expect(frame.isWhole, "seed \(seed)")
        let padded = text.padded(to: room, alignment: alignment)
        frame = Frame(size: size)
        #expect(frame.draw(padded, at: left, 0, columns: room, style: ink) == room)
        #expect((0..<20).filter { frame[$0, 0].style == ink }.count == room, "seed \(seed)")
      }
    }
  }

  @Test("Any line in any room stays in it", arguments: UInt64(0)..<60)
  func anyLine(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let line = Line(
      (0..<3).map { _ in Span(generator.text(upTo: 6), .danger) },
      indentation: Int.random(in: 0...4, using: &generator))
    for columns in 0...20 {
      var frame = Frame(size: Size(columns: 24, rows: 1))
      frame.fill(Rect(frame.size), style: Style(foreground: .blue))
      let used = frame.draw(line: line, at: 2, 0, columns: columns, theme: .dark)
      #expect(used <= columns && used >= min(columns, line.columns) - 1, "seed \(seed), \(columns)")
      let touched = (0..<24).filter { frame[$0, 0].style.foreground != .blue }
      #expect(touched.allSatisfy { $0 >= 2 && $0 < 2 + columns }, "seed \(seed)")
      let isCut = touched.contains { frame[$0, 0].text == "…" }
      #expect(isCut || line.columns <= columns || columns <= line.indentation, "seed \(seed)")
    }
  }
}
