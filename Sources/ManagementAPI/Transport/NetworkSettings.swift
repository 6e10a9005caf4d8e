import AsyncHTTPClient
import NIOSSL

/// How this machine reaches the world: through a proxy, and trusting authorities of its own.
///
/// The certificates of a tenant are always checked; there is no setting that turns it off.
package struct NetworkSettings: Hashable, Sendable {
  /// A setting that cannot be followed.
  package struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong and what to do, in a sentence or two; without a proxy's password.
    package let description: String
  }

  /// Where connections are made through; `nil` for straight ones.
  var proxy: ProxyAddress?
  /// The hosts that are reached without the proxy.
  var exceptions = ProxyExceptions(text: "")
  /// A PEM file with authorities that are trusted besides the system's.
  var authorityFile: String?

  /// Straight to the tenant, trusting the system's authorities.
  package init() {}

  /// Reads `HTTPS_PROXY` and `NO_PROXY`, in either case, and `ROLECALL_CA_FILE` or `SSL_CERT_FILE`.
  ///
  /// - Throws: ``Fault`` for an address of a proxy that is none. The file is read only when connections are
  ///   made.
  package init(environment: [String: String]) throws(Fault) {
    func value(_ names: String...) -> String? {
      names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    }
    if let text = value("https_proxy", "HTTPS_PROXY") {
      guard let address = ProxyAddress(text) else {
        throw Fault(
          description: "HTTPS_PROXY is no address of a proxy: write it as http://HOST:PORT.")
      }
      proxy = address
    }
    exceptions = ProxyExceptions(text: value("no_proxy", "NO_PROXY") ?? "")
    authorityFile = value("ROLECALL_CA_FILE", "SSL_CERT_FILE")
  }

  /// The proxy for an endpoint; `nil` for this machine, whose token must not leave it, and for exceptions.
  func proxy(for endpoint: TenantEndpoint) throws -> HTTPClient.Configuration.Proxy? {
    guard let proxy, !endpoint.isOnLoopback, let address = HostAndPort(endpoint.domain),
      !exceptions.hold(host: address.host, port: Int(address.port ?? 443))
    else { return nil }
    guard let user = proxy.user else { return .server(host: proxy.host, port: proxy.port) }
    return .server(
      host: proxy.host, port: proxy.port,
      authorization: .basic(username: user.exposed, password: proxy.password?.exposed ?? ""))
  }

  /// Whom to trust: the system, and the authorities of the file.
  func trust() throws -> TLSConfiguration {
    var configuration = TLSConfiguration.makeClientConfiguration()
    guard let authorityFile else { return configuration }
    let authorities: [NIOSSLCertificate]
    do {
      authorities = try NIOSSLCertificate.fromPEMFile(authorityFile)
    } catch {
      throw Fault(
        description: "The certificates of \(authorityFile) cannot be read: it must be a file of PEM"
          + " certificates. Check ROLECALL_CA_FILE or SSL_CERT_FILE.")
    }
    guard !authorities.isEmpty else {
      throw Fault(description: "There is no certificate in \(authorityFile).")
    }
    configuration.additionalTrustRoots = [.certificates(authorities)]
    return configuration
  }
}
