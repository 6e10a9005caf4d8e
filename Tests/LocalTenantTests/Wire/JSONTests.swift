import FoundationEssentials
import Testing

@testable import LocalTenant

@Suite("JSON")
struct JSONTests {
  @Test("Members keep their order")
  func order() {
    let value: JSON = ["roles": [], "start": 0, "limit": 50, "total": 0]
    #expect(
      String(decoding: value.bytes, as: UTF8.self)
        == #"{"roles":[],"start":0,"limit":50,"total":0}"#)
  }

  @Test(
    "What is written can be read by another reader",
    arguments: [
      "", "plain", "\"\\/", "\u{0}\u{1B}[2J\u{7}\u{7F}", "\u{9B}", "é 王 👨‍👩‍👧‍👦", "\u{2028}\u{202E}",
      "\n\r\t\u{8}",
    ])
  func written(text: String) throws {
    let bytes = JSON.array([.string(text)]).bytes
    #expect(try JSONDecoder().decode([String].self, from: Data(bytes)) == [text])
    #expect(try JSONReader.read(bytes) == [.string(text)])
    #expect(bytes.allSatisfy { $0 >= 0x20 })
  }

  @Test(
    "Values are read as what they are",
    arguments: [
      ("null", JSON.null), (" true ", true), ("-12", -12), ("1.5", .double(1.5)),
      ("1e3", .double(1000)), (#""\u00e9\ud83d\ude00""#, "é😀"), ("[1,[],{}]", [1, [], [:]]),
      (#"{"b":1,"a":[null]}"#, ["b": 1, "a": [.null]]),
    ] as [(String, JSON)])
  func read(text: String, expected: JSON) throws {
    #expect(try JSONReader.read(Array(text.utf8)) == expected)
  }

  @Test(
    "What is not JSON is refused",
    arguments: [
      "", "{", "[1,]", "{\"a\"}", "nul", "+1", ".5", "1.", "\"", "\"\u{1}\"", "\"\\x\"",
      "\"\\ud800\"", "[] []", "{'a':1}", "\"\\u+123\"", "--1", "01", "1.e5", "-", "\u{B}1",
    ])
  func malformed(text: String) {
    #expect(throws: JSONReader.Malformed()) { try JSONReader.read(Array(text.utf8)) }
  }

  @Test("Deep nesting and broken UTF-8 are refused")
  func hostile() {
    let deep = Array(repeating: UInt8(ascii: "["), count: 100_000)
    #expect(throws: JSONReader.Malformed()) { try JSONReader.read(deep) }
    #expect(throws: JSONReader.Malformed()) { try JSONReader.read([0x22, 0xFF, 0x22]) }
  }
}
