import Testing

@testable import Credentials

@Suite("What a program says on standard error")
struct ErrorWordsTests {
  @Test(
    arguments: [
      ("", "", nil), (" \n\t\n", "", nil),
      (
        "Error: not logged in\n\nRun op signin\nUsage: op\n  -a\n", "",
        "Error: not logged in / Run op signin / Usage: op"
      ),
      ("got CANARY-123 here", "CANARY-123\n", "got (redacted) here"),
      ("a: b", "a", "a: b"),
      ("+ curl -H Bearer:\(TestJWT.token())", "", "+ curl -H (redacted)"),
    ] as [(String, String, String?)])
  func words(errors: String, output: String, text: String?) {
    #expect(ErrorWords(errors, hiding: output).text == text)
  }

  @Test("They are cut")
  func long() {
    let text = ErrorWords(String(repeating: "no ", count: 1_000), hiding: "").text
    #expect(text?.count == ErrorWords.longest)
  }
}
