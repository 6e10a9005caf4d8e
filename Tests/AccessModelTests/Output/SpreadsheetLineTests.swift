import AccessModel
import Testing

@Suite("A line of CSV")
struct SpreadsheetLineTests {
  @Test(
    "a cell that a spreadsheet would run is defused",
    arguments: [
      ("Ana Lima", "Ana Lima"), ("", ""), ("auth0|63d1", "auth0|63d1"),
      ("=HYPERLINK(\"http://evil\")", "'=HYPERLINK(\"\"http://evil\"\")"),
      ("+1", "'+1"), ("-2+3", "'-2+3"), ("@SUM(A1)", "'@SUM(A1)"), ("  =1", "  '=1"),
      ("＝1", "'＝1"), ("\t=1", "'‹9›=1"), ("\r=1", "'‹D›=1"), ("\n=1", "'‹A›=1"),
      // Where a semicolon parts cells, the second would begin anew.
      ("a;=1", "a;'=1"), ("a, -John", "a, '-John"), ("a\"=1", "a\"\"'=1"),
      ("a=b-c@acme.example", "a=b-c@acme.example"), ("José 王", "José 王"),
    ])
  func defused(cell: String, written: String) {
    #expect(SpreadsheetLine([cell]).text == "\"\(written)\"\r\n")
  }

  @Test(
    "what nobody can see is written as its number, so that two cells never look equal and differ",
    arguments: [
      ("a\u{1B}[2J", "a‹1B›[2J"), ("a\u{202E}b", "a‹202E›b"), ("a\u{200B}b", "a‹200B›b"),
      ("a\r\nb", "a‹D›‹A›b"), ("a\u{0}b", "a‹0›b"), ("a‹1B›", "a‹2039›1B›"),
      ("a\u{2028}b", "a‹2028›b"), ("a\u{00AD}b", "a‹AD›b"),
    ])
  func visible(cell: String, written: String) {
    #expect(SpreadsheetLine([cell]).text == "\"\(written)\"\r\n")
  }

  @Test("a line has as many cells as it is given, whatever they hold")
  func cells() {
    #expect(SpreadsheetLine(["a,b", "c\"d", ""]).text == "\"a,b\",\"c\"\"d\",\"\"\r\n")
    #expect(SpreadsheetLine([]).text == "\r\n")
  }
}
