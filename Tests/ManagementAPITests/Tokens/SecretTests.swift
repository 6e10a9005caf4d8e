import AccessModel
import Testing

@testable import ManagementAPI

@Suite("Secrets are not shown")
struct SecretTests {
  /// Every way in which Swift turns a value into text.
  private static func texts(of value: some Any) -> [String] {
    var dumped = ""
    dump(value, to: &dumped)
    var mirrored = ""
    for child in Mirror(reflecting: value).children { dump(child.value, to: &mirrored) }
    return ["\(value)", String(describing: value), String(reflecting: value), dumped, mirrored]
  }

  @Test("A secret and a token print as redacted")
  func redacted() {
    let secret = Secret(TestToken.canary)
    #expect(
      Array(Self.texts(of: secret).prefix(4)) == [
        "(redacted)", "(redacted)", "(redacted)", "- (redacted)\n",
      ])
    let token = AccessToken(Secret(TestToken.text(audience: "https://a.auth0.com/api/v2/")))
    for text in Self.texts(of: token) + Self.texts(of: [token as AccessToken?])
      + Self.texts(of: ["t": secret])
    {
      #expect(!text.contains(TestToken.canary))
      #expect(!text.contains("eyJ"))
    }
  }

  @Test("An error about a token's place does not show it")
  func placement() throws {
    let endpoint = try TenantEndpoint(domain: "acme.eu.auth0.com")
    for text in [TestToken.text(audience: "https://b.auth0.com/api/v2/"), TestToken.canary] {
      let error = #expect(throws: TokenPlacementError.self) {
        try endpoint.validate(AccessToken(Secret(text)))
      }
      for text in Self.texts(of: try #require(error)) + Self.texts(of: error?.explanation as Any) {
        #expect(!text.contains(TestToken.canary))
      }
    }
  }

  @Test("A client does not show its token")
  func client() async throws {
    try await LoopbackServer.play { client in
      for text in Self.texts(of: client) {
        #expect(!text.contains(TestToken.canary))
        #expect(!text.contains("HTTPClient"))
      }
    }
  }

  @Test("No error of the wire shows the token", .timeLimit(.minutes(5)))
  func wire() async throws {
    let target = "GET /api/v2/users-by-email?email=a"
    for reply in [
      Reply(to: target, 401, #"{"message":"Invalid token."}"#),
      Reply(to: target, raw: "", then: .close),
      Reply(to: target, raw: "HTTP/9.9 nonsense\r\n\r\n", then: .close),
      Reply(to: target, 200, "<"),
    ] {
      try await LoopbackServer.play(reply) { client in
        let error = await #expect(throws: APIError.self) {
          try await client.users(withEmail: "a")
        }
        for text in Self.texts(of: try #require(error)) {
          #expect(!text.contains(TestToken.canary))
          #expect(!text.contains("eyJ"))
        }
      }
    }
  }
}
