/// Where a tenant listens, and with what it can be called.
package struct TenantAddress: Sendable, Equatable {
  /// The port on loopback.
  package let port: Int
  /// A token with every scope, valid for 24 hours.
  package internal(set) var token = ""
  /// The application that can ask for more tokens at `/oauth/token`.
  package internal(set) var clientID = ""
  /// The application's secret, which is another one each time that the tenant starts.
  package internal(set) var clientSecret = ""
  /// The PEM of the authority that signed the tenant's certificate; nil over plain http.
  package let certificateAuthority: String?

  private let names: [String]

  /// The address that the tenant listens on, and no other.
  package var host: String { "127.0.0.1" }
  /// What stands where a tenant on Auth0 has its domain: `127.0.0.1:PORT`.
  package var domain: String { "\(host):\(port)" }
  /// The origin of every path: `http://127.0.0.1:PORT`, or with `https`.
  package var url: String { "\(scheme)://\(domain)" }
  /// The audience of the tenant's Management API tokens, with its trailing slash.
  package var audience: String { "\(url)/api/v2/" }

  /// The addresses by which clients may know the tenant, its own first; each with its slash.
  var issuers: [String] {
    ["\(url)/"]
      + names.flatMap { name in
        // A client that is led here under another name mostly does not know of the port.
        [
          "\(scheme)://\(name):\(port)/", certificateAuthority == nil ? nil : "https://\(name)/",
        ].compactMap(\.self)
      }
  }

  private var scheme: String { certificateAuthority == nil ? "http" : "https" }

  init(port: Int, names: [String] = ["localhost"], certificateAuthority: String? = nil) {
    self.port = port
    self.names = names
    self.certificateAuthority = certificateAuthority
  }
}
