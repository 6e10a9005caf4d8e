package import AccessModel

/// A text that is no tenant's domain.
///
/// It keeps nothing of the text but what is a domain in it: people paste tokens into the wrong place.
package struct TenantDomainError: Error, Hashable, Sendable {
  /// The domain that was probably meant, such as `acme.eu.auth0.com` for
  /// `https://acme.eu.auth0.com/`; `nil` where none can be made out.
  package let suggestion: String?

  /// An error about a text.
  init(about text: String) {
    var rest = text.drop { $0.isWhitespace }
    if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
    rest = rest.prefix { !$0.isWhitespace && !"/?#\\".contains($0) }
    if let user = rest.lastIndex(of: "@") { rest = rest[rest.index(after: user)...] }
    suggestion = HostAndPort(String(rest))?.domain
  }

  /// What is wrong and how to write it.
  ///
  /// - Parameter name: What the text was given as, such as `AUTH0_DOMAIN`.
  package func explanation(of name: String) -> Explanation {
    Explanation(
      "\(name) is not a bare domain: it takes no https://, no path, no user and no spaces.",
      suggestion.map { "Set \(name)=\($0)" } ?? "Set it to a domain such as acme.eu.auth0.com")
  }
}
