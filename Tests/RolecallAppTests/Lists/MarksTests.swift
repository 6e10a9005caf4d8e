import RolecallApp
import Testing

@Suite("Marks of a list")
struct MarksTests {
  private static let rows = ["a", "b", "c", "d", "e"]

  /// A step, and the row under the cursor.
  struct Move: Hashable, Sendable, CustomTestStringConvertible {
    var step: MarkStep
    var row: String?
    var testDescription: String { "\(step) at \(row ?? "none")" }
  }

  private static func at(_ row: String?, _ step: MarkStep) -> Move { Move(step: step, row: row) }

  @Test(
    "What each step marks, with c barred",
    arguments: [
      ([at("a", .toggle)], "a"), ([at("a", .toggle), at("a", .toggle)], ""),
      ([at("c", .toggle)], ""), ([at(nil, .toggle)], ""),
      ([at(nil, .shown)], "abde"), ([at("b", .toggle), at(nil, .invert)], "ade"),
      ([at(nil, .shown), at(nil, .none)], ""),
      ([at("b", .toggle), at("e", .range)], "bde"), ([at("d", .toggle), at("a", .range)], "abd"),
      // A range goes on from the end of the one before.
      ([at("a", .toggle), at("b", .range), at("d", .range)], "abd"),
      // Without a row to go on from, and without one to go to, nothing is marked.
      ([at("b", .range)], ""), ([at("b", .toggle), at("b", .toggle), at("e", .range)], ""),
      ([at("b", .toggle), at(nil, .range)], "b"),
      ([at(nil, .shown), at("b", .range)], "abde"),
    ] as [([Move], String)])
  func steps(_ moves: [Move], _ marked: String) {
    var marks = Marks<String>()
    for move in moves {
      marks.change(move.step, at: move.row, in: Self.rows, except: ["c"])
    }
    #expect(marks.ids.sorted().joined() == marked)
    #expect(marks.count == marked.count)
    #expect(marks.isEmpty == marked.isEmpty)
  }

  @Test("A range that cannot be says why, and the others always can")
  func obstacles() {
    var marks = Marks<String>()
    #expect(
      marks.obstacle(to: .range, at: "b", in: Self.rows)
        == "no row was marked from which to go on")
    marks.change(.toggle, at: "b", in: Self.rows)
    #expect(marks.obstacle(to: .range, at: "e", in: Self.rows) == nil)
    #expect(marks.obstacle(to: .range, at: nil, in: Self.rows) == "no row is under the cursor")
    #expect(
      marks.obstacle(to: .range, at: "e", in: ["d", "e"])
        == "the row that was marked last is not shown")
    #expect(marks.obstacle(to: .toggle, at: nil, in: Self.rows) == "no row is under the cursor")
    for step in [MarkStep.shown, .invert, .none] {
      #expect(marks.obstacle(to: step, at: nil, in: []) == nil)
    }
  }

  @Test("Rows that are not shown keep their marks, whatever is done to those that are")
  func hidden() {
    var marks = Marks<String>()
    marks.change(.shown, at: nil, in: ["a", "b"])
    marks.change(.invert, at: nil, in: ["b", "c"])
    #expect(marks.ids == ["a", "c"])
    marks.change(.shown, at: nil, in: ["d"])
    #expect(marks.ids == ["a", "c", "d"])
  }
}
