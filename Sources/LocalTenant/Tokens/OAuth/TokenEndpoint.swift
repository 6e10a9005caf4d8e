import FoundationEssentials

/// The Authentication API, as far as it gives tokens for the Management API.
struct TokenEndpoint: Sendable {
  private static let assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
  private static let deviceGrant = "urn:ietf:params:oauth:grant-type:device_code"

  let authority: TokenAuthority
  let codes: DeviceCodes
  /// The secret of the tenant's own application.
  let secret: String
  let assertions: ClientAssertion?
  /// The origin by which the tenant is called.
  let origin: String
  /// The addresses by which clients may know the tenant, its own first; each with its slash.
  let issuers: [String]
  let unknowns: TenantConfiguration.Unknowns
  let now: Date

  /// Answers `POST /oauth/token`.
  func token(_ form: OAuthForm) async throws(OAuthError) -> JSON {
    switch try form.required("grant_type") {
    case "client_credentials": return try await clientCredentials(form)
    case Self.deviceGrant: return try await device(form)
    default:
      throw OAuthError(
        403, "unauthorized_client", "Grant type is not allowed for the client.")
    }
  }

  /// Answers `POST /oauth/device/code`.
  func deviceCode(_ form: OAuthForm) throws(OAuthError) -> JSON {
    let clientID = try form.required("client_id")
    var random = SystemRandomNumberGenerator()
    let letters = Array("BCDFGHJKLMNPQRSTVWXZ")
    func text(_ length: Int) -> String {
      String((0..<length).map { _ in letters[Int.random(in: letters.indices, using: &random)] })
    }
    let (userCode, deviceCode) = ("\(text(4))-\(text(4))", text(32))
    let page = "\(origin)/activate"
    codes.begin(
      clientID: clientID, scope: form["scope"], audience: form["audience"] ?? "",
      userCode: userCode, deviceCode: deviceCode)
    return [
      "device_code": .string(deviceCode), "user_code": .string(userCode),
      "verification_uri": .string(page), "expires_in": .integer(DeviceCodes.lifetime),
      "interval": .integer(DeviceCodes.interval),
      "verification_uri_complete": .string("\(page)?user_code=\(userCode)"),
    ]
  }

  private func clientCredentials(_ form: OAuthForm) async throws(OAuthError) -> JSON {
    try await authenticate(form)
    let wanted = try form.required("audience")
    guard let issuer = issuer(ofAudience: wanted) else {
      throw OAuthError(403, "access_denied", "Service not enabled within domain: \(wanted)")
    }
    return try await answer(scope: form["scope"], issuer: issuer, grant: .clientCredentials)
  }

  private func issuer(ofAudience audience: String) -> String? {
    issuers.first { TenantIssuers.audience($0) == audience }
  }

  private func authenticate(_ form: OAuthForm) async throws(OAuthError) {
    if let assertion = form["client_assertion"] {
      guard form["client_assertion_type"] == Self.assertionType, let assertions else {
        throw .unauthorized
      }
      let clientID = try await assertions.clientID(
        of: assertion, audiences: issuers.flatMap { [$0, "\($0)oauth/token"] }, now: now)
      guard clientID == ClientApplication.management.id, form["client_id"] ?? clientID == clientID
      else {
        throw .unauthorized
      }
      return
    }
    guard try form.required("client_id") == ClientApplication.management.id,
      form["client_secret"] == secret
    else { throw .unauthorized }
  }

  private func device(_ form: OAuthForm) async throws(OAuthError) -> JSON {
    let request = try codes.poll(
      form.required("device_code"), clientID: form.required("client_id"))
    // People who name no audience, or one that is not here, get a token for the tenant all the same.
    return try await answer(
      scope: request.scope, issuer: issuer(ofAudience: request.audience) ?? "\(origin)/",
      grant: .device(request.clientID))
  }

  /// Who a token is for.
  private enum Grant {
    case clientCredentials
    case device(String)
  }

  private func answer(
    scope: String?, issuer: String, grant: Grant
  ) async throws(OAuthError) -> JSON {
    let known = Set(ManagementScope.all.map(\.value))
    let wanted = scope.map { $0.split(separator: " ").map(String.init) }
    let scopes: [String]
    switch grant {
    case .clientCredentials:
      let strangers = (wanted ?? []).filter { !known.contains($0) }
      guard strangers.isEmpty else {
        throw .ungranted(strangers, status: unknowns.ungrantedScope == .forbidden ? 403 : 401)
      }
      scopes = wanted ?? ManagementScope.all.map(\.value)
    case .device:
      // What is not known is left out, as it is for people.
      scopes = (wanted ?? ManagementScope.all.map(\.value)).filter(known.contains)
    }
    do {
      let token = try await authority.token(
        issuer: issuer, audience: [TenantIssuers.audience(issuer)], scopes: scopes,
        lifetime: .seconds(86_400), now: now)
      return [
        "access_token": .string(token), "scope": .string(scopes.joined(separator: " ")),
        "expires_in": 86_400, "token_type": "Bearer",
      ]
    } catch {
      throw OAuthError(500, "server_error", "The token cannot be signed.")
    }
  }
}
