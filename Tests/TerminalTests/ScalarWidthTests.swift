import Canvas
import TerminalEmulator
import Testing

@testable import Terminal

extension InProcessTests {
  @Suite("The width of every scalar")
  struct ScalarWidthTests {
    /// So small that a frame fits into what a pseudo terminal holds (8 KiB), since nobody reads while it
    /// is painted.
    private static let size = Size(columns: 80, rows: 16)

    /// A piece of text that is drawn in one cell, or two columns.
    private struct Sample {
      var text: String
      var width: UInt8
    }

    @Test("Every scalar takes the cells that Canvas says, or the gate replaces it")
    func everyScalar() throws {
      let samples = (0...0x10FFFF).lazy.compactMap { Unicode.Scalar($0) }.compactMap(Self.sample)
      let board = try DrawingBoard(columns: Self.size.columns, rows: Self.size.rows)
      var frame = Frame(size: Self.size)
      var placed: [(sample: Sample, column: Int, row: Int)] = []
      var (column, row) = (0, 0)
      var count = 0
      for sample in samples {
        if column + Int(sample.width) > Self.size.columns { (column, row) = (0, row + 1) }
        // Not the last row: in the corner ncurses turns line wrapping off, and libvterm then loses marks.
        if row == Self.size.rows - 1 {
          try draw(frame, placed, on: board)
          (column, row, placed) = (0, 0, [])
          frame = Frame(size: Self.size)
        }
        frame.put(
          Cell(text: sample.text, width: sample.width, style: .plain), column: column, row: row)
        placed.append((sample, column, row))
        column += Int(sample.width)
        count += 1
      }
      try draw(frame, placed, on: board)
      #expect(count > 100_000)
    }

    @Test("The gate replaces every scalar that has no width")
    func replacedScalars() {
      // Beyond the third plane nothing is assigned but what the last range has.
      let scalars = [0...0x3FFFF, 0xE0000...0xE0FFF].joined().compactMap { Unicode.Scalar($0) }
      let passed = scalars.filter { scalar in
        CellWidth(scalar) == nil && !CellText(String(scalar)).glyphs.allSatisfy(\.isReplacement)
      }
      #expect(passed.isEmpty, "\(passed.count) pass, such as \(passed.prefix(5))")
    }

    /// What is drawn of a scalar: itself, or a letter with the mark on it; `nil` for one that the gate
    /// writes as its number, which is drawn with scalars that are samples too.
    private static func sample(_ scalar: Unicode.Scalar) -> Sample? {
      switch CellWidth(scalar) {
      case .mark: Sample(text: "a" + String(scalar), width: 1)
      case .narrow: Sample(text: String(scalar), width: 1)
      case .wide: Sample(text: String(scalar), width: 2)
      case nil: nil
      }
    }

    private func draw(
      _ frame: Frame, _ placed: [(sample: Sample, column: Int, row: Int)], on board: DrawingBoard
    ) throws {
      try board.paint(frame)
      var wrong: [String] = []
      for (sample, column, row) in placed {
        let cell = board.terminal.cell(row: row, column: column)
        // Scalars, not characters: two ways to write one character are two different cells.
        if !cell.text.unicodeScalars.elementsEqual(sample.text.unicodeScalars)
          || cell.width != Int(sample.width)
        {
          wrong.append(
            "\(sample) was read back as \(cell.text.debugDescription), \(cell.width) wide")
        }
      }
      #expect(wrong.isEmpty, "\(wrong.count) wrong, such as \(wrong.prefix(5))")
    }
  }
}
