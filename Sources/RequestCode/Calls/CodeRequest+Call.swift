package import AccessModel

extension CodeRequest {
  /// A call that was made; `nil` where it sent something, which is not kept, and for one that got a token.
  package init?(_ call: APICall, domain: String) {
    let root = "/api/v2/"
    let encoded = call.path.prefix { $0 != "?" }
    guard !call.hasBody, call.operation != .getToken, encoded.hasPrefix(root),
      let method = Method(rawValue: call.method)
    else { return nil }
    let segments = encoded.dropFirst(root.count).split(
      separator: "/", omittingEmptySubsequences: false)
    self.init(
      method, domain: domain, path: segments.map { Self.decoded($0) },
      query: call.query.map { QueryItem($0.name, $0.value) })
  }

  /// A segment as it is meant: what is percent-encoded in it stands for bytes of UTF-8.
  private static func decoded(_ segment: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(segment.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = UInt8(hex: rest.prefix(2)) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension UInt8 {
  /// The byte that two hexadecimal digits stand for.
  fileprivate init?(hex digits: ArraySlice<UInt8>) {
    guard digits.count == 2 else { return nil }
    self.init(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
