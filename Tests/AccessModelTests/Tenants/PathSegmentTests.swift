import AccessModel
import FoundationEssentials
import SeededRandomness
import Testing

@Suite("A text as one segment of a path")
struct PathSegmentTests {
  @Test(
    "whatever an id holds stays within its segment",
    arguments: [
      ("auth0|63d17c50e99d3933163bdda9", "auth0%7C63d17c50e99d3933163bdda9"),
      ("waad|a/b", "waad%7Ca%2Fb"),
      ("samlp|acme|ana@acme.example", "samlp%7Cacme%7Cana%40acme.example"),
      ("a b", "a%20b"), ("a+b", "a%2Bb"), ("100%", "100%25"), ("a%7Cb", "a%257Cb"),
      ("é", "%C3%A9"), ("e\u{301}", "e%CC%81"), ("李", "%E6%9D%8E"),
      ("👩‍🚀", "%F0%9F%91%A9%E2%80%8D%F0%9F%9A%80"),
      ("?a=b&c#d", "%3Fa%3Db%26c%23d"),
      (":;,!*'()[]{}\"\\^`<>$", "%3A%3B%2C%21%2A%27%28%29%5B%5D%7B%7D%22%5C%5E%60%3C%3E%24"),
      ("a\r\nb\u{0}\u{7F}", "a%0D%0Ab%00%7F"), ("AZaz09-._~", "AZaz09-._~"), ("", ""),
      // Alone they would be folded away, and the call would go to another address.
      (".", "%2E"), ("..", "%2E%2E"), ("...", "..."), ("a..", "a.."), (".|.", ".%7C."),
    ])
  func table(text: String, encoded: String) {
    #expect(PathSegment(text).encoded == encoded)
  }

  @Test(
    "decoding gives the text back, and nothing but unreserved characters and %XX occurs",
    arguments: 0..<40 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let text = generator.text()
      let encoded = PathSegment(text).encoded
      let bytes = try #require(Self.decode(encoded), "seed \(seed): \(encoded)")
      #expect(bytes == Array(text.utf8), "seed \(seed)")
    }
  }

  /// The bytes of an encoded text; `nil` where a character stands in it that may not.
  private static func decode(_ encoded: String) -> [UInt8]? {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
    var bytes: [UInt8] = []
    var rest = Array(encoded.utf8)[...]
    while let byte = rest.popFirst() {
      if plain.contains(byte) {
        bytes.append(byte)
      } else {
        let digits = String(decoding: rest.prefix(2), as: UTF8.self)
        let isUpper = digits.allSatisfy { "0123456789ABCDEF".contains($0) }
        guard byte == UInt8(ascii: "%"), digits.count == 2, isUpper,
          let value = UInt8(digits, radix: 16)
        else { return nil }
        bytes.append(value)
        rest = rest.dropFirst(2)
      }
    }
    return bytes
  }
}
