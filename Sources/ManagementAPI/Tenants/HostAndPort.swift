/// A host with an optional port, as a tenant's domain is written: lower case, and nothing else with it.
struct HostAndPort: Hashable, Sendable {
  /// A name, an IPv4 address, or `[::1]`.
  let host: String
  /// The port after the colon, where there is one.
  let port: UInt16?

  /// Reads a domain; `nil` for a text with a scheme, a user, a path, a space, or a letter that a host
  /// name cannot have.
  init?(_ text: String) {
    let lower = text.lowercased()
    if lower.hasPrefix("[::1]") {
      host = "[::1]"
      guard let port = Self.port(lower.dropFirst(5)) else { return nil }
      self.port = port.number
    } else {
      let colon = lower.firstIndex(of: ":") ?? lower.endIndex
      host = String(lower[..<colon])
      guard Self.isName(host), let port = Self.port(lower[colon...]) else { return nil }
      self.port = port.number
    }
  }

  /// The domain as it stands in addresses and audiences.
  var domain: String { port.map { "\(host):\($0)" } ?? host }

  /// An empty text or `:` and a number; the outer `nil` is for anything else.
  private static func port(_ text: Substring) -> (number: UInt16?, Void)? {
    guard !text.isEmpty else { return (nil, ()) }
    let digits = text.dropFirst()
    guard digits.utf8.allSatisfy(isDigit), digits.first != "0", let number = UInt16(digits) else {
      return nil
    }
    return (number, ())
  }

  /// Labels of ASCII letters, digits and hyphens; at least two, but for `localhost`.
  private static func isName(_ text: String) -> Bool {
    let labels = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard text == "localhost" || labels.count > 1, text.utf8.count <= 253 else { return false }
    return labels.allSatisfy { label in
      let hyphen = UInt8(ascii: "-")
      return (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
        && label.allSatisfy { $0 == hyphen || isDigit($0) || isLetter($0) }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }
}
