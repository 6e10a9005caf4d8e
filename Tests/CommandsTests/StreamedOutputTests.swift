import FoundationEssentials
import Testing

@testable import Commands

struct StreamedOutputTests {
  @Test("Columns widen with what comes, and the heads are printed once")
  func table() {
    var table = StreamedTable(heads: ["ID", "NAME"])
    #expect(table.lines([["1", "王"]]) == ["ID  NAME", "1   王"])
    #expect(table.lines([["12345", "b"], ["2", "Ana\u{1B}"]]) == ["12345  b", "2      Ana‹1B›"])
    #expect(table.lines([]) == [])
  }

  @Test("An array in pieces is the array", arguments: [[], [["a"]], [["a", "b"], [], ["c"]]])
  func array(pieces: [[String]]) throws {
    var array = StreamedArray()
    var text = ""
    for piece in pieces { text += try array.text(piece) }
    text += array.end
    let decoded = try JSONDecoder().decode([String].self, from: Data(text.utf8))
    #expect(decoded == pieces.flatMap { $0 })
  }
}
