/// The hosts that are reached without a proxy, as `NO_PROXY` lists them: separated by commas or spaces, each a
/// host, a domain with all below it (with or without a leading dot), either with a port, or `*` for all.
struct ProxyExceptions: Hashable, Sendable {
  private struct Entry: Hashable, Sendable {
    let host: String
    let port: Int?
  }

  private let entries: [Entry]

  /// Reads a list.
  init(text: String) {
    entries = text.lowercased().split { $0 == "," || $0.isWhitespace }.map { part in
      var host = part
      var port: Int?
      if let colon = part.lastIndex(of: ":"), let number = Int(part[part.index(after: colon)...]) {
        host = part[..<colon]
        port = number
      }
      if host.hasPrefix("*.") { host = host.dropFirst() }
      if host.hasPrefix(".") { host = host.dropFirst() }
      return Entry(host: String(host), port: port)
    }
  }

  /// Whether a host is reached without a proxy.
  func hold(host: String, port: Int) -> Bool {
    entries.contains { entry in
      guard entry.port == nil || entry.port == port else { return false }
      return entry.host == "*" || host == entry.host || host.hasSuffix("." + entry.host)
    }
  }
}
