import AccessModel

/// A call of the Management API, to be shown as a program.
///
/// It holds what is sent and no more: the token has no place in it, and of names only those that the
/// call itself sends. ``address`` and ``body`` are visible ASCII whatever they are made from, so that
/// no shell, compiler or editor can take a part of them for anything else.
package struct CodeRequest: Hashable, Sendable {
  /// What the call does to what its path names.
  package enum Method: String, Hashable, Sendable, CaseIterable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
  }

  /// A name and a value of the query, as they are meant.
  package struct QueryItem: Hashable, Sendable {
    /// The name.
    package var name: String
    /// The value.
    package var value: String

    /// A name and a value.
    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// What the call does.
  package let method: Method
  /// Where it goes: plain HTTP on this machine alone.
  package let address: String
  /// The JSON that is sent; `nil` for none.
  package let body: String?

  /// A call.
  ///
  /// - Parameters:
  ///   - method: What it does.
  ///   - domain: The tenant's domain, with a port where it has one.
  ///   - path: The segments after `/api/v2/`, as they are meant: `users`, `auth0|63d1`, `roles`. None
  ///     may be `.` or `..` alone, which several clients fold away however they are written.
  ///   - query: What follows the path.
  ///   - body: A valid JSON text; `nil` for none.
  package init(
    _ method: Method, domain: String, path: [String], query: [QueryItem] = [], body: String? = nil
  ) {
    let scheme = Tenant.isLoopback(domain: domain) ? "http" : "https"
    let segments = path.map { PathSegment($0).encoded }.joined(separator: "/")
    let items = query.map { PathSegment($0.name).encoded + "=" + PathSegment($0.value).encoded }
    self.method = method
    address =
      "\(scheme)://\(Self.visible(domain))/api/v2/\(segments)"
      + (items.isEmpty ? "" : "?" + items.joined(separator: "&"))
    self.body = body.map { ASCIIJSON($0).text }
  }

  /// A domain as it is, and nothing that could pass for the end of a text or a line.
  private static func visible(_ domain: String) -> String {
    domain.unicodeScalars.map { scalar in
      let isPlain =
        (0x21...0x7E).contains(scalar.value) && !"\"'\\`$#".unicodeScalars.contains(scalar)
      return isPlain ? String(scalar) : PathSegment(String(scalar)).encoded
    }.joined()
  }
}
