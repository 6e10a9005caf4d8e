/// A text as one segment of a path: everything but `A-Z a-z 0-9 - . _ ~` percent-encoded as UTF-8.
///
/// Ids hold `|`, `/`, `@`, `+`, spaces and letters of every script; each of them must stay within its
/// segment.
package struct PathSegment: Hashable, Sendable {
  /// The encoded text.
  package let encoded: String

  /// Encodes a text.
  package init(_ text: String) {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        bytes.append(byte)
      default:
        bytes.append(UInt8(ascii: "%"))
        bytes.append(Self.digits[Int(byte >> 4)])
        bytes.append(Self.digits[Int(byte & 15)])
      }
    }
    // A segment of dots alone would be folded away as a relative path.
    if bytes.allSatisfy({ $0 == UInt8(ascii: ".") }), bytes.count <= 2 {
      bytes = bytes.flatMap { _ in Array("%2E".utf8) }
    }
    encoded = String(decoding: bytes, as: UTF8.self)
  }

  private static let digits = Array("0123456789ABCDEF".utf8)
}
