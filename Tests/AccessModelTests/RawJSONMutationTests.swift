import AccessModel
import SeededRandomness
import Testing

@Suite("Raw JSON, mutated")
struct RawJSONMutationTests {
  private static let document =
    #"{"user_id":"auth0|1","identities":[{"provider":"google-oauth2","access_token":"CANARY","user_id":10,"refresh\u005ftoken":{"a":["CANARY"]}}],"n":-1.5e+3,"e":"\ud83d\ude00","t":true}"#

  private static let pieces = [
    "\"", "\\", "{", "}", "[", "]", ",", ":", "\\u", "0", "-", "e", ".", " ", "\n", "\0", "\u{FF}",
    "null", "\"token\":", "\u{301}",
  ].map { Array($0.utf8) }

  @Test("Mutations never trap, and what is shown is shown again as it is", arguments: [1, 2, 3, 4])
  func mutations(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<5_000 {
      var bytes = Array(Self.document.utf8)
      for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[place] = .random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        case 2:
          bytes.insert(contentsOf: Self.pieces.randomElement(using: &generator) ?? [], at: place)
        default: bytes.removeLast(bytes.count - place)
        }
      }
      guard let lines = try? RawJSON(bytes: bytes).lines() else { continue }
      let again = RawJSON(bytes: Array(lines.joined(separator: "\n").utf8))
      #expect(try again.lines() == lines, "seed \(seed), round \(round)")
      #expect(lines.allSatisfy { !$0.contains("\n") }, "seed \(seed), round \(round)")
    }
  }

  @Test("Every prefix of a document is malformed, and says that it is too short")
  func prefixes() {
    let bytes = Array(Self.document.utf8)
    for length in 0..<bytes.count {
      #expect(throws: RawJSON.Malformed(.truncated, offset: length)) {
        try RawJSON(bytes: Array(bytes.prefix(length))).lines()
      }
    }
  }
}
