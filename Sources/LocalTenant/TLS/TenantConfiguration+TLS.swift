extension TenantConfiguration {
  /// How a tenant is reached over TLS, in place of plain http.
  ///
  /// The tenant makes a certificate authority of its own at each start, which signs one certificate
  /// for ``names`` and for 127.0.0.1; clients have to be told to trust it. Their private keys are
  /// never written anywhere. HTTP/2 is offered by ALPN.
  package struct TLS: Sendable, Equatable {
    /// What the tenant is called besides 127.0.0.1, such as `acme.eu.auth0.com`.
    ///
    /// They are for clients that are told to find that name on this machine. The API takes tokens
    /// for these names as well.
    package let names: [String]

    /// A tenant that is called `localhost`.
    package init() {
      names = ["localhost"]
    }

    /// A tenant with these names, which are put into lower case.
    ///
    /// - Throws: ``SwitchError`` for a name that no host can have.
    package init(names: [String]) throws(SwitchError) {
      for name in names where !Self.isName(name) {
        throw SwitchError(text: name, problem: "is not the name of a host")
      }
      self.names = names.map { $0.lowercased() }
    }

    /// Labels of letters, digits and hyphens with dots between, as the DNS has them.
    private static func isName(_ text: String) -> Bool {
      let labels = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      return text.utf8.count <= 253
        && labels.allSatisfy { label in
          (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
            && label.allSatisfy { isLetterOrDigit($0) || $0 == hyphen }
        }
    }

    private static let hyphen = UInt8(ascii: "-")

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
    }
  }
}
