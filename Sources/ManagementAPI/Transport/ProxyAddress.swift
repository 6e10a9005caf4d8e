/// Where a proxy listens, as `HTTPS_PROXY` has it: `http://USER:PASSWORD@HOST:PORT`, most of it optional.
struct ProxyAddress: Hashable, Sendable {
  let host: String
  /// Unless said 80 after `http://`, and 1080 without it, as curl has it.
  let port: Int
  let user: Secret?
  let password: Secret?

  /// Reads an address; `nil` for a proxy that would have to be spoken to otherwise than over plain http.
  init?(_ text: String) {
    var rest = text[...]
    var standard = 1_080
    if let scheme = rest.firstRange(of: "://") {
      guard rest[..<scheme.lowerBound].lowercased() == "http" else { return nil }
      rest = rest[scheme.upperBound...]
      standard = 80
    }
    if rest.hasSuffix("/") { rest = rest.dropLast() }
    if let at = rest.lastIndex(of: "@") {
      let parts = rest[..<at].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Self.decoded(parts[0]) else { return nil }
      user = Secret(name)
      password = parts.count > 1 ? Self.decoded(parts[1]).map { Secret($0) } : nil
      rest = rest[rest.index(after: at)...]
    } else {
      user = nil
      password = nil
    }
    let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), !parts[0].isEmpty, parts[0].utf8.allSatisfy(Self.isHost)
    else { return nil }
    host = String(parts[0])
    guard parts.count == 2 else {
      port = standard
      return
    }
    guard let number = UInt16(parts[1]), number > 0 else { return nil }
    port = Int(number)
  }

  private static func isHost(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || Base64URL.holds(byte)
  }

  private static func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2,
        let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      else { return nil }
      bytes.append(code)
      rest.removeFirst(2)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
