import FoundationEssentials
import Testing

@Suite("A leak that is planted is found")
struct LeakSearchTests {
  private static let secret = "CANARY/7f3a+0b9d=e1c8~2a6f|4d5b9c0e"
  private static let search = LeakSearch([("the secret", secret)])

  private static func leaks(_ text: String) -> [String] {
    search.leaks(in: Array("before \u{1B}[1m\(text) after".utf8))
  }

  @Test("Whole, in pieces, and however much stands around it")
  func plain() {
    #expect(Self.leaks(Self.secret) == ["the secret, plain"])
    for start in 0...(Self.secret.count - 23) {
      let piece = String(Self.secret.dropFirst(start).prefix(23))
      #expect(Self.leaks(piece).contains("the secret, plain"), "\(piece)")
    }
  }

  @Test("In base 64, wherever it begins in what was encoded", arguments: 0..<7)
  func base64(before: Int) {
    let whole = String(repeating: "x", count: before) + Self.secret + "yy"
    let text = Data(whole.utf8).base64EncodedString()
    #expect(Self.leaks(text).contains("the secret, base 64"))
    let other = text.replacing("+", with: "-").replacing("/", with: "_")
    #expect(!Self.leaks(other).isEmpty)
  }

  @Test("Percent-encoded, in upper and in lower case")
  func percentEncoded() {
    let text = "CANARY%2F7f3a%2B0b9d%3De1c8~2a6f%7C4d5b9c0e"
    #expect(Self.leaks(text).contains("the secret, percent-encoded"))
    #expect(
      Self.leaks("CANARY%2f7f3a%2b0b9d%3de1c8~2a6f%7c4d5b9c0e")
        .contains("the secret, percent-encoded, lower case"))
  }

  @Test("What is none is not found")
  func none() {
    #expect(Self.leaks("CANARY (redacted) 7f3a").isEmpty)
    #expect(LeakSearch([("short", "abc")]).leaks(in: Array("ab c".utf8)).isEmpty)
    #expect(LeakSearch([("short", "abc")]).leaks(in: Array("xabcx".utf8)) == ["short, plain"])
  }
}
