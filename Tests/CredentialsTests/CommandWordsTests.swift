import Testing

@testable import Credentials

@Suite("A command is split without a shell")
struct CommandWordsTests {
  @Test(arguments: [
    ("token", ["token"]),
    ("  vault  read\t-field=token\nx ", ["vault", "read", "-field=token", "x"]),
    (#"a 'b c' "d e" f\ g"#, ["a", "b c", "d e", "f g"]),
    (#"a 'b"c\' "d'e\"f\\g\h""#, ["a", #"b"c\"#, #"d'e"f\g\h"#]),
    (#"a '' "" b"#, ["a", "", "", "b"]),
    (#"a'b'"c"\d"#, ["abcd"]),
    ("a $HOME | b > c; d && `e` *", ["a", "$HOME", "|", "b", ">", "c;", "d", "&&", "`e`", "*"]),
    ("/opt/ä b", ["/opt/ä", "b"]),
  ])
  func split(text: String, words: [String]) {
    #expect(CommandWords(text)?.words == words)
  }

  @Test(arguments: ["", "  ", "''", "a 'b", #"a "b"#, #"a \"#, #"a "b\"#, "a\0b"])
  func refused(text: String) {
    #expect(CommandWords(text) == nil)
  }
}
