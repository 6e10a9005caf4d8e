import FoundationEssentials
import ManagementAPI

/// The session of a tenant that the auth0 CLI holds, from its file and the system's keyring; only read.
struct CommandLineSession: TokenSource {
  /// How long before its end a session counts as ended, in seconds: as the CLI has it.
  static let margin: TimeInterval = 300

  /// Whose file is read.
  let home: String
  /// The tenant.
  let domain: String
  let now: @Sendable () -> Date
  var keyring = SecretService()
  /// Somebody may log in anew while this program runs.
  let isRenewable = true

  /// The session of a tenant, or of the one that the CLI itself would use.
  ///
  /// - Parameters:
  ///   - home: Whose file is read.
  ///   - domain: The tenant; `nil` for the CLI's own choice.
  ///   - now: Tells the time.
  /// - Throws: ``CredentialsError`` where there is no file, or no tenant in it.
  init(
    home: String, domain: String?, now: @escaping @Sendable () -> Date
  ) throws(CredentialsError) {
    let configuration = try CommandLineConfiguration.read(home: home)
    guard let domain = domain ?? configuration.defaultTenant else {
      throw .missingSession(of: nil, others: configuration.tenants.keys.sorted())
    }
    self.home = home
    self.domain = domain
    self.now = now
  }

  /// The session of a domain in its usual spelling, once it is known that the CLI has one.
  ///
  /// - Throws: ``CredentialsError`` where it has none, or where it has ended.
  func checked(for domain: String) throws(CredentialsError) -> CommandLineSession {
    _ = try tenant(domain)
    return self
  }

  func obtainToken(by exchange: any TokenExchange) async throws -> AccessToken {
    let domain = domain.lowercased()
    let tenant = try tenant(domain)
    if let token = tenant.token { return AccessToken(Secret(token)) }
    guard let token = try await keyring.token(of: domain) else {
      throw CredentialsError.emptyKeyring(domain)
    }
    return AccessToken(token)
  }

  private func tenant(
    _ domain: String
  ) throws(CredentialsError) -> CommandLineConfiguration.Tenant {
    let configuration = try CommandLineConfiguration.read(home: home)
    guard let tenant = configuration.tenants[domain] else {
      throw .missingSession(of: domain, others: configuration.tenants.keys.sorted())
    }
    if let end = tenant.expiresAt, end.addingTimeInterval(-Self.margin) <= now() {
      throw .expiredSession(of: domain, at: end)
    }
    return tenant
  }
}
