import SeededRandomness
import Testing

@testable import ManagementAPI

@Suite("Unpacking what gzip packed")
struct GunzipTests {
  /// `printf 'hello\nworld\n' | gzip -n`.
  private static let packed: [UInt8] = [
    0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0xcb, 0x48, 0xcd, 0xc9, 0xc9,
    0xe7, 0x2a, 0xcf, 0x2f, 0xca, 0x49, 0xe1, 0x02, 0x00, 0xff, 0x5d, 0xc5, 0xc4, 0x0c, 0x00,
    0x00, 0x00,
  ]

  /// What the pieces unpack to; `nil` where they are broken.
  private static func unpack(_ pieces: [[UInt8]]) -> (text: String, isWhole: Bool)? {
    guard let gunzip = Gunzip() else { return nil }
    var plain: [UInt8] = []
    for piece in pieces {
      var rest = piece[...]
      while true {
        guard let part = gunzip.unpack(&rest) else { return nil }
        if part.isEmpty { break }
        plain += part
      }
    }
    return (String(decoding: plain, as: UTF8.self), gunzip.isAtEnd)
  }

  @Test("In pieces of any size", arguments: [1, 2, 7, 31, 100])
  func pieces(size: Int) throws {
    let pieces = stride(from: 0, to: Self.packed.count, by: size).map {
      Array(Self.packed[$0..<min($0 + size, Self.packed.count)])
    }
    let result = try #require(Self.unpack(pieces))
    #expect(result.text == "hello\nworld\n")
    #expect(result.isWhole)
  }

  @Test("Several files, one behind the other")
  func members() throws {
    let result = try #require(Self.unpack([Self.packed + Self.packed]))
    #expect(result.text == "hello\nworld\nhello\nworld\n")
  }

  @Test("What ends too early is not whole", arguments: [3, 11, 20, 30])
  func truncated(length: Int) throws {
    let result = try #require(Self.unpack([Array(Self.packed.prefix(length))]))
    #expect(!result.isWhole)
  }

  @Test("Broken bytes are broken, and never trap", arguments: [1, 2, 3])
  func broken(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2_000 {
      var bytes = Self.packed
      bytes[.random(in: 0..<bytes.count, using: &generator)] = .random(
        in: 0...255, using: &generator)
      _ = Self.unpack([bytes])
    }
    #expect(Self.unpack([[0x1f, 0x00, 0x01]]) == nil)
  }

  @Test("Lines are put together from pieces of any size", arguments: [1, 2, 3, 100])
  func lines(size: Int) {
    let bytes = Array("ab\n\ncdef\ng".utf8)
    var splitter = LineSplitter()
    var lines: [[UInt8]] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      lines += splitter.take(Array(bytes[start..<min(start + size, bytes.count)]))
    }
    if let last = splitter.finish() { lines.append(last) }
    #expect(lines.map { String(decoding: $0, as: UTF8.self) } == ["ab", "", "cdef", "g"])
    #expect(splitter.finish() == nil)
  }

  @Test(
    "A file is fetched over https, and over http from this machine alone",
    arguments: [
      ("https://bucket.s3.example/x.gz?signature=1", true), ("HTTPS://a.example", true),
      ("http://127.0.0.1:4400/exports/1", true), ("http://localhost/x", true),
      ("http://bucket.s3.example/x", false), ("ftp://a.example/x", false), ("a.example/x", false),
      ("https://user:pass@a.example/x", false), ("https:///x", false), ("", false),
      ("http://127.0.0.1.evil.example/x", false), ("file:///etc/passwd", false),
    ])
  func address(text: String, isSafe: Bool) {
    #expect(HTTPTransport.isSafe(text) == isSafe)
  }
}
