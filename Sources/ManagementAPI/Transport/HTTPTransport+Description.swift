extension HTTPTransport: CustomStringConvertible, CustomReflectable {
  /// Where it goes, and nothing of what it carries.
  var description: String { "HTTPTransport(\(endpoint.domain))" }

  /// A mirror without the connections, whose buffers hold tokens while calls are under way.
  var customMirror: Mirror { Mirror(self, children: ["domain": endpoint.domain]) }
}
