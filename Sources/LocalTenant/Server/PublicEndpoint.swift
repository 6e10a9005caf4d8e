import FoundationEssentials
import HTTPTypes

/// Answers what needs no token: signing in, the tenant's keys, and the files of exports.
struct PublicEndpoint: Sendable {
  let store: TenantStore
  let authority: TokenAuthority
  let codes: DeviceCodes
  let secret: String
  let assertions: ClientAssertion?
  let issuers: TenantIssuers
  let clock: TenantClock

  /// Answers a request; nil for a path that is not one of these.
  func reply(to request: IncomingRequest) async -> Reply? {
    switch (request.method, request.path) {
    case ("POST", "/oauth/token"):
      return await oauth(request) { endpoint, form throws(OAuthError) in
        try await endpoint.token(form)
      }
    case ("POST", "/oauth/device/code"):
      return await oauth(request) { endpoint, form throws(OAuthError) in
        try endpoint.deviceCode(form)
      }
    case ("GET", "/.well-known/jwks.json"):
      guard let keys = try? authority.keySet else {
        return Reply(APIError(.internalError, "Internal Server Error"))
      }
      return Reply(status: 200, json: keys)
    case ("GET", "/.well-known/openid-configuration"):
      return Reply(status: 200, json: discovery)
    case ("GET", "/activate"): return activate(request)
    case ("GET", let path) where path.hasPrefix("/exports/"): return export(request)
    default: return nil
    }
  }

  private var origin: String { store.read { $0.origin } }

  private var discovery: JSON {
    let origin = origin
    return [
      "issuer": .string("\(origin)/"), "token_endpoint": .string("\(origin)/oauth/token"),
      "device_authorization_endpoint": .string("\(origin)/oauth/device/code"),
      "jwks_uri": .string("\(origin)/.well-known/jwks.json"),
      "id_token_signing_alg_values_supported": ["RS256"],
      "token_endpoint_auth_methods_supported": ["client_secret_post", "private_key_jwt"],
    ]
  }

  private func oauth(
    _ request: IncomingRequest,
    _ body: @Sendable (TokenEndpoint, OAuthForm) async throws(OAuthError) -> JSON
  ) async -> Reply {
    let endpoint = TokenEndpoint(
      authority: authority, codes: codes, secret: secret, assertions: assertions, origin: origin,
      issuers: issuers.all, unknowns: store.configuration.unknowns, now: clock.now)
    do {
      return Reply(
        status: 200, json: try await body(endpoint, try OAuthForm(request.body ?? [])))
    } catch {
      let isForbidden =
        error == .unauthorized && store.configuration.unknowns.wrongSecret == .forbidden
      return Reply(status: isForbidden ? 403 : error.status, json: error.body)
    }
  }

  /// The page that a person opens to confirm a sign-in, which here is enough to confirm it.
  private func activate(_ request: IncomingRequest) -> Reply {
    guard let target = try? RequestTarget(request.target), let code = target.query["user_code"]
    else {
      return Reply(
        status: 200,
        html: "<form>Code: <input name=\"user_code\"> <button>Confirm</button></form>")
    }
    let isDenied = target.query["deny"] != nil
    guard codes.answer(code, isDenied ? .denied : .confirmed) else {
      return Reply(status: 404, html: "<p>There is no such code.</p>")
    }
    return Reply(
      status: 200,
      html: isDenied ? "<p>Denied.</p>" : "<p>Confirmed. You can close this page.</p>")
  }

  private func export(_ request: IncomingRequest) -> Reply {
    let target = try? RequestTarget(request.target)
    let name = target?.segments.last ?? ""
    guard
      let file = store.exportFile(named: name, signature: target?.query["signature"] ?? "")
    else {
      var reply = Reply(
        status: 403,
        body: Array(
          "<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>".utf8))
      reply.headers[.contentType] = "application/xml"
      return reply
    }
    var reply = Reply(status: 200, body: file.bytes)
    reply.headers[.contentType] = "application/octet-stream"
    return reply
  }
}
