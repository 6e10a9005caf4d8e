import Canvas
import SeededRandomness
import Testing

@Suite struct FrameDifferenceTests {
  @Test("Only what differs is drawn, stretch by stretch")
  func runs() {
    let size = Size(columns: 12, rows: 3)
    var (old, new) = (Frame(size: size), Frame(size: size))
    old.draw("one two four", at: 0, 1, columns: 12, style: .plain)
    new.draw("ono two for ", at: 0, 1, columns: 12, style: .plain)
    new.draw("x", at: 11, 2, columns: 1, style: .plain)
    #expect(
      FrameDifference.runs(from: old, to: new) == [
        FrameDifference.Run(row: 1, columns: 2..<3), FrameDifference.Run(row: 1, columns: 10..<12),
        FrameDifference.Run(row: 2, columns: 11..<12),
      ])
    #expect(FrameDifference.runs(from: new, to: new).isEmpty)
  }

  @Test("A stretch never begins within a wide cell")
  func wideCells() {
    let size = Size(columns: 6, rows: 1)
    var (old, new) = (Frame(size: size), Frame(size: size))
    old.draw("a安b", at: 0, 0, columns: 6, style: .plain)
    new.draw("a安b", at: 0, 0, columns: 6, style: .plain)
    new.restyle(Rect(column: 2, row: 0, columns: 1, rows: 1)) { $0.with(.reverse) }
    #expect(
      FrameDifference.runs(from: old, to: new) == [FrameDifference.Run(row: 0, columns: 1..<3)])
  }

  @Test("Drawing the stretches makes the old frame into the new one", arguments: UInt64(0)..<200)
  func anyFrames(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let size = Size(
      columns: Int.random(in: 0...20, using: &generator),
      rows: Int.random(in: 0...5, using: &generator))
    let old = frame(size, &generator)
    var new = Bool.random(using: &generator) ? old : frame(size, &generator)
    for row in 0..<size.rows where Bool.random(using: &generator) {
      new.draw(
        generator.text(upTo: 4), at: Int.random(in: 0...20, using: &generator), row, columns: 8,
        style: Style(foreground: .red))
    }
    var drawn = old
    for run in FrameDifference.runs(from: old, to: new) {
      #expect(!run.columns.isEmpty, "seed \(seed)")
      #expect(new[run.columns.lowerBound, run.row].width > 0, "seed \(seed)")
      for column in run.columns { drawn.put(new[column, run.row], column: column, row: run.row) }
    }
    #expect(drawn.text == new.text, "seed \(seed)")
    #expect(drawn.cells.map(\.style) == new.cells.map(\.style), "seed \(seed)")
  }

  private func frame(_ size: Size, _ generator: inout SeededGenerator) -> Frame {
    var frame = Frame(size: size)
    for row in 0..<size.rows {
      frame.draw(generator.text(), at: 0, row, columns: size.columns, style: .plain)
    }
    return frame
  }
}
