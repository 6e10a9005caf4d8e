import AccessModel
import FoundationEssentials
import Synchronization
import Testing

@testable import ManagementAPI

@Suite("A grant is exchanged for a token")
struct TokenExchangeTests {
  private static let line = "POST /oauth/token"
  private static let canary = "CANARY-client-secret"

  private static func grant(_ more: [String: String] = ["client_secret": canary]) -> TokenGrant {
    let parameters = ["grant_type": "client_credentials", "client_id": "abc", "audience": "a"]
    return TokenGrant(
      parameters: parameters.merging(more) { $1 }.mapValues { Secret($0) })
  }

  /// What an exchange gives for a scripted answer, and what was sent for it.
  private static func exchange(
    _ reply: Reply, _ grant: TokenGrant = grant()
  ) async throws -> (Result<AccessToken, any Error>, sent: String) {
    try await LoopbackServer.run([reply]) { server in
      let endpoint = try TenantEndpoint(domain: server.domain)
      var settings = HTTPTransport.Settings(for: endpoint)
      settings.now = { LoopbackServer.now }
      let result = try await HTTPTransport.withTransport(
        endpoint: endpoint, settings: settings
      ) { transport -> Result<AccessToken, any Error> in
        do {
          return .success(try await transport.token(for: grant))
        } catch {
          return .failure(error)
        }
      }
      return (result, server.received.joined())
    }
  }

  @Test("Sent as JSON, without a bearer; what the answer says beside the token is taken")
  func exchange() async throws {
    let text = TestToken.text(payload: #"{"aud":"a"}"#)
    let body = #"{"access_token":"\#(text)","expires_in":86400,"scope":"read:users","x":1}"#
    let (result, sent) = try await Self.exchange(
      Reply(
        to: Self.line, 200, body,
        headers: ["x-ratelimit-limit: 30", "x-ratelimit-remaining: 29", "x-ratelimit-reset: 1"]))
    let token = try result.get()
    #expect(token.secret == Secret(text))
    #expect(token.claims?.scopes == ["read:users"])
    #expect(token.claims?.expiresAt == LoopbackServer.now.addingTimeInterval(86_400))
    #expect(!sent.lowercased().contains("authorization"))
    #expect(sent.lowercased().contains("content-type: application/json\r\n"))
    #expect(
      sent.hasSuffix(
        #"{"audience":"a","client_id":"abc","client_secret":"CANARY-client-secret","grant_type":"client_credentials"}"#
      ))
  }

  @Test("What the token says itself goes first; an absurd life is not believed")
  func claims() async throws {
    let text = TestToken.text(payload: #"{"aud":"a","scope":"read:roles","exp":1700000600}"#)
    let body = #"{"access_token":"\#(text)","expires_in":-1,"scope":"read:users"}"#
    let token = try await Self.exchange(Reply(to: Self.line, 200, body)).0.get()
    #expect(token.claims?.scopes == ["read:roles"])
    #expect(token.claims?.expiresAt == Date(timeIntervalSince1970: 1_700_000_600))
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    var status: Int
    var body: String
    var code: APIError.Code
    var problem: String
    var remedy: String
    var grant = TokenExchangeTests.grant()
    var testDescription: String { "\(status) \(body)" }

    init(
      _ status: Int, _ error: String, _ description: String, _ code: APIError.Code,
      _ problem: String, _ remedy: String, grant: TokenGrant = TokenExchangeTests.grant()
    ) {
      self.status = status
      body = #"{"error":"\#(error)","error_description":"\#(description)"}"#
      (self.code, self.problem, self.remedy, self.grant) = (code, problem, remedy, grant)
    }
  }

  @Test(
    "A refusal is said in words, with what to do",
    arguments: [
      Refusal(
        401, "access_denied", "Unauthorized", .unauthorized,
        "refused the application's credentials: Unauthorized.",
        "Check AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET."),
      Refusal(
        403, "access_denied", "Unauthorized", .forbidden,
        "refused the application's credentials: Unauthorized.", "AUTH0_CLIENT_SECRET"),
      Refusal(
        401, "invalid_client", "Failed to verify client assertion signature.", .unauthorized,
        "refused the application's credentials: Failed to verify client assertion signature.",
        "AUTH0_CLIENT_ASSERTION_SIGNING_ALG", grant: grant(["client_assertion": "x"])),
      Refusal(
        400, "invalid_client", "Bad assertion", .unauthorized, "credentials: Bad assertion.",
        "Check AUTH0_CLIENT_ID"),
      Refusal(
        403, "access_denied", "Client has not been granted scopes: read:roles", .forbidden,
        "gave the application no token: Client has not been granted scopes: read:roles.",
        "tick the scopes"),
      Refusal(
        403, "unauthorized_client", "Grant type is not allowed for the client.", .forbidden,
        "gave the application no token: Grant type is not allowed for the client.",
        "Client Credentials"),
      Refusal(
        403, "access_denied", "Service not enabled within domain: a", .forbidden,
        "issues no tokens for http://127.0.0.1", "Check AUTH0_DOMAIN"),
      Refusal(
        429, "too_many_requests", "Global limit has been reached", .rateLimited,
        "rate limit is spent; could not get a token.", "in a moment"),
      Refusal(
        503, "server_error", "Down.", .serverError, "failed to get a token: Down.", "try again"),
      Refusal(
        400, "invalid_request", "Missing required parameter: audience", .badRequest,
        "refused to get a token: Missing required parameter: audience.", "Change"),
    ])
  func refusals(row: Refusal) async throws {
    let (result, _) = try await Self.exchange(Reply(to: Self.line, row.status, row.body), row.grant)
    let error = try #require(
      #expect(throws: APIError.self) { try result.get() })
    #expect(error.code == row.code)
    #expect(error.operation == .getToken)
    #expect(error.status == row.status)
    let explanation = error.explanation(tenant: "t")
    #expect(explanation.problem.hasSuffix(row.problem) || explanation.problem.contains(row.problem))
    #expect(explanation.remedy.contains(row.remedy))
    #expect(!"\(error)".contains(Self.canary))
  }

  @Test(
    "What is no token is said to be none",
    arguments: [
      "", "<html>", "{}", #"{"access_token":7}"#, #"["access_token"]"#, #"{"access_token":null}"#,
    ])
  func unreadable(body: String) async throws {
    let (result, _) = try await Self.exchange(Reply(to: Self.line, 200, body))
    let error = #expect(throws: APIError.self) { try result.get() }
    #expect(error?.code == .unreadableAnswer)
  }

  @Test("An opaque token is not sent on: it does not say where it is for")
  func opaque() async throws {
    struct Source: TokenSource {
      let isRenewable = true
      func obtainToken(by exchange: any TokenExchange) async throws -> AccessToken {
        try await exchange.token(for: TokenExchangeTests.grant())
      }
    }
    try await LoopbackServer.run([
      Reply(to: Self.line, 200, #"{"access_token":"opaque-CANARY","expires_in":60}"#)
    ]) { server in
      let endpoint = try TenantEndpoint(domain: server.domain)
      try await ManagementClient.withClient(endpoint: endpoint, source: Source()) { client in
        let error = await #expect(throws: APIError.self) {
          try await client.resourceServers()
        }
        #expect(error?.code == .unauthorized)
        #expect(error?.explanation(tenant: "t").problem.contains("does not say which") == true)
      }
    }
  }
}
