import AccessModel
package import FoundationEssentials
import ManagementAPI

/// What an environment says about which tenant to open, with which credential, and how carefully.
///
/// `AUTH0_DOMAIN` with one of: `AUTH0_API_TOKEN` or `AUTH0_ACCESS_TOKEN`, which the Terraform provider
/// and the deploy CLI read; `AUTH0_CLIENT_ID` with `AUTH0_CLIENT_SECRET`, or with
/// `AUTH0_CLIENT_ASSERTION_PRIVATE_KEY` or `AUTH0_CLIENT_ASSERTION_PRIVATE_KEY_FILE`;
/// `ROLECALL_TOKEN_COMMAND`; the auth0 CLI's session. `AUTH0_AUDIENCE` for a custom domain;
/// `ROLECALL_PRODUCTION`, `ROLECALL_READ_ONLY` and `ROLECALL_PRIVILEGED_ROLES`. An empty variable counts
/// as not set.
package struct CredentialSource: Hashable, Sendable {
  /// A variable of the environment that is read.
  enum Variable: String, CaseIterable {
    case domain = "AUTH0_DOMAIN"
    case apiToken = "AUTH0_API_TOKEN"
    case accessToken = "AUTH0_ACCESS_TOKEN"
    case clientID = "AUTH0_CLIENT_ID"
    case clientSecret = "AUTH0_CLIENT_SECRET"
    case privateKey = "AUTH0_CLIENT_ASSERTION_PRIVATE_KEY"
    case privateKeyFile = "AUTH0_CLIENT_ASSERTION_PRIVATE_KEY_FILE"
    case signingAlgorithm = "AUTH0_CLIENT_ASSERTION_SIGNING_ALG"
    case tokenCommand = "ROLECALL_TOKEN_COMMAND"
    case audience = "AUTH0_AUDIENCE"
    case production = "ROLECALL_PRODUCTION"
    case readOnly = "ROLECALL_READ_ONLY"
    case privilegedRoles = "ROLECALL_PRIVILEGED_ROLES"
    case home = "HOME"
  }

  private static let secrets: [Variable] = [.apiToken, .accessToken, .clientSecret]

  /// What is set and is no secret, by its variable.
  private let values: [Variable: String]
  /// What is set and is shown nowhere.
  private let hidden: [Variable: Secret]
  /// The private key, read as soon as it was seen; `nil` for none.
  private let key: SigningKey?
  /// Whether the auth0 CLI's session is to be used.
  private let usesCommandLineSession: Bool
  let marks: SessionMarks

  /// Takes from an environment what concerns a tenant, and keeps nothing else of it.
  ///
  /// - Parameters:
  ///   - environment: The variables.
  ///   - usesCommandLineSession: Whether the auth0 CLI's session is to be used: `--auth0-cli`.
  package init(environment: [String: String], usesCommandLineSession: Bool = false) {
    var values: [Variable: String] = [:]
    var hidden: [Variable: Secret] = [:]
    var key: SigningKey?
    for variable in Variable.allCases {
      guard let text = environment[variable.rawValue]?.trimmed, !text.isEmpty else { continue }
      if variable == .privateKey {
        key = SigningKey(pem: text)
      } else if Self.secrets.contains(variable) {
        hidden[variable] = Secret(text)
      } else {
        values[variable] = text
      }
    }
    self.values = values
    self.hidden = hidden
    self.key = key
    self.usesCommandLineSession = usesCommandLineSession
    marks = SessionMarks(
      production: values[.production], readOnly: values[.readOnly],
      privilegedRoles: values[.privilegedRoles])
  }

  /// Makes out the tenant and where its tokens come from; nothing is sent, and no program started.
  ///
  /// - Parameter now: Tells the time, now and later.
  /// - Throws: ``CredentialsError`` where something is missing, malformed or ambiguous, and where a
  ///   token that is at hand is for somewhere else or has ended.
  package func resolve(
    now: @escaping @Sendable () -> Date
  ) throws(CredentialsError) -> ResolvedCredentials {
    let kind = try kind()
    let session = try kind == .commandLineSession ? commandLineSession(now) : nil
    let endpoint = try endpoint(domain: values[.domain] ?? session?.domain)
    switch kind {
    case .token:
      let token = try token(for: endpoint, now: now())
      return resolved(endpoint, StoredToken(token: token), token)
    case .clientSecret:
      return resolved(
        endpoint,
        ClientCredentials(
          endpoint: endpoint, clientID: try clientID(), proof: .secret(hidden[.clientSecret])))
    case .privateKey:
      let assertion = ClientAssertion(
        key: try signingKey(), algorithm: try algorithm(), clientID: try clientID(),
        audience: endpoint.issuer, now: now)
      return resolved(
        endpoint,
        ClientCredentials(
          endpoint: endpoint, clientID: try clientID(), proof: .assertion(assertion)))
    case .command:
      return resolved(endpoint, try TokenCommand(text: values[.tokenCommand] ?? "", now: now))
    case .commandLineSession:
      guard let session else { throw .missingSessionFile(nil) }
      return resolved(endpoint, try session.checked(for: endpoint.domain))
    }
  }

  private func resolved(
    _ endpoint: TenantEndpoint, _ source: any TokenSource, _ token: AccessToken? = nil
  ) -> ResolvedCredentials {
    ResolvedCredentials(endpoint: endpoint, source: source, token: token, marks: marks)
  }

  /// The one kind of credential there is.
  private func kind() throws(CredentialsError) -> CredentialKind {
    let found = CredentialKind.allCases.compactMap { kind in
      name(of: kind).map { (kind: kind, name: $0) }
    }
    guard found.count < 2 else { throw .conflictingCredentials(found.map(\.name)) }
    if let kind = found.first?.kind { return kind }
    guard values[.domain] != nil else { throw .missingDomain }
    throw values[.clientID] == nil
      ? .missingToken(domain: values[.domain] ?? "") : .missingProof
  }

  /// What a kind of credential is set by; `nil` where it is not.
  private func name(of kind: CredentialKind) -> String? {
    func set(_ variables: Variable...) -> String? {
      variables.first { values[$0] != nil || hidden[$0] != nil }?.rawValue
    }
    return switch kind {
    case .token: set(.apiToken, .accessToken)
    case .clientSecret: set(.clientSecret)
    case .privateKey: key == nil ? set(.privateKeyFile) : Variable.privateKey.rawValue
    case .command: set(.tokenCommand)
    case .commandLineSession: usesCommandLineSession ? "--auth0-cli" : nil
    }
  }

  private func endpoint(domain: String?) throws(CredentialsError) -> TenantEndpoint {
    guard let domain else { throw .missingDomain }
    let audience = values[.audience]
    let endpoint: TenantEndpoint
    do {
      endpoint = try TenantEndpoint(domain: domain, audience: audience)
    } catch {
      throw .malformedDomain(error)
    }
    // Elsewhere the variable may be set for another program's API, and means nothing here.
    if endpoint.isCustomDomain, let audience, !TenantEndpoint.isManagementAudience(audience) {
      throw .malformedAudience(domain: endpoint.domain)
    }
    return endpoint
  }

  private func token(
    for endpoint: TenantEndpoint, now: Date
  ) throws(CredentialsError) -> AccessToken {
    let (first, second) = (hidden[.apiToken], hidden[.accessToken])
    guard let secret = first ?? second else { throw .missingToken(domain: endpoint.domain) }
    guard second == nil || second == secret else { throw .ambiguousToken(domain: endpoint.domain) }
    let variable: Variable = first == nil ? .accessToken : .apiToken
    let token = AccessToken(secret)
    do {
      try endpoint.validate(token)
    } catch {
      throw .misplacedToken(error, in: variable)
    }
    if let end = token.claims?.expiresAt, end <= now {
      throw .expiredToken(at: end, in: variable, domain: endpoint.domain)
    }
    return token
  }

  private func clientID() throws(CredentialsError) -> String {
    guard let clientID = values[.clientID] else {
      throw .missingClientID(hidden[.clientSecret] == nil ? .privateKey : .clientSecret)
    }
    return clientID
  }

  private func signingKey() throws(CredentialsError) -> SigningKey {
    guard let path = values[.privateKeyFile] else {
      guard let key, key.isUsable else { throw .malformedKey(.privateKey, key?.flaw) }
      return key
    }
    guard key == nil else {
      throw .conflictingCredentials([
        Variable.privateKey.rawValue, Variable.privateKeyFile.rawValue,
      ])
    }
    let text: String
    do {
      text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    } catch {
      throw .unreadableKeyFile(path, isMissing: !FileManager.default.fileExists(atPath: path))
    }
    let key = SigningKey(pem: text.trimmed)
    guard key.isUsable else { throw .malformedKey(.privateKeyFile, key.flaw) }
    return key
  }

  private func algorithm() throws(CredentialsError) -> SigningAlgorithm {
    guard let name = values[.signingAlgorithm] else { return .rs256 }
    guard let algorithm = SigningAlgorithm(rawValue: name) else { throw .unknownAlgorithm }
    return algorithm
  }

  private func commandLineSession(
    _ now: @escaping @Sendable () -> Date
  ) throws(CredentialsError) -> CommandLineSession {
    guard let home = values[.home] else { throw .missingSessionFile(nil) }
    return try CommandLineSession(home: home, domain: values[.domain], now: now)
  }
}
