import AccessModel
import Canvas
import FoundationEssentials
import Testing

@testable import Commands

struct OutputTests {
  @Test("Columns line up whatever their texts are made of")
  func tableLinesUp() {
    let table = TextTable(
      heads: ["NAME", "ID"],
      rows: [["王安娜", "1"], ["Ana\u{1B}[2J", "2"], ["", "3"], ["Ana Lima", ""]])
    #expect(
      table.text == """
        NAME        ID
        王安娜      1
        Ana‹1B›[2J  2
                    3
        Ana Lima
        """)
  }

  @Test("JSON for scripts holds nothing that acts on a terminal")
  func jsonIsASCII() throws {
    let user = User(id: UserID("auth0|é\u{202E}\u{1B}"), name: "王\n\u{9B}\u{7F}")
    let text = try JSONOutput(UserOutput(user)).text
    let isHarmless = text.utf8.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) }
    #expect(isHarmless)
    let back = try JSONDecoder().decode(User.self, from: Data(text.utf8))
    #expect(back.id == user.id)
    #expect(back.name == user.name)
  }

  @Test(
    "A user is named by id or by email, and a prefix settles doubt",
    arguments: [
      ("auth0|1", UserSelector(.id, "auth0|1")),
      ("ana@acme.example", UserSelector(.email, "ana@acme.example")),
      ("samlp|acme|ana@acme.example", UserSelector(.id, "samlp|acme|ana@acme.example")),
      ("id:ana@acme.example", UserSelector(.id, "ana@acme.example")),
      ("email:odd|one@acme.example", UserSelector(.email, "odd|one@acme.example")),
      ("plain", UserSelector(.id, "plain")),
    ])
  func selector(text: String, expected: UserSelector) {
    #expect(UserSelector(typed: text) == expected)
  }

  @Test("A picture keeps every cell in its column and escapes what SVG would take for markup")
  func picture() {
    var frame = Frame(size: Size(columns: 12, rows: 1))
    frame.draw("a<b>&王x", at: 0, 0, columns: 12, style: .plain)
    let svg = FramePicture(frame, colors: .dark).svg
    #expect(svg.contains(">a&lt;b&gt;&amp;</text>"))
    #expect(svg.contains("x=\"59\"") && svg.contains(">王</text>"))
    #expect(svg.contains("x=\"77\""))
  }
}
