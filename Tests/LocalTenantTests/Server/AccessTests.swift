import Testing

@testable import LocalTenant

@Suite("Tokens and scopes")
struct AccessTests {
  @Test("Every operation says which scopes it asks for")
  func scopes() async throws {
    try await RunningTenant.run { tenant in
      let token = try await tenant.server.token(scopes: ["openid"])
      for route in Route.all {
        let path = route.path.replacing("{id}", with: "auth0%7C1")
          .replacing("{user_id}", with: "auth0%7C1")
        let answer = try await tenant.call(
          route.method.rawValue, "/api/v2\(path)", body: nil, token: token)
        let error = try answer.decoded(as: ErrorBody.self)
        #expect(answer.status == 403, "\(route.method) \(path)")
        #expect(error.errorCode == "insufficient_scope")
        #expect(error.message.hasPrefix("Insufficient scope, expected a"))
      }
      let user = try await tenant.get("/users/auth0%7C1", token: token)
      #expect(
        user.text
          == #"{"statusCode":403,"error":"Forbidden","message":"Insufficient scope, expected any of: read:users,read:current_user,read:user_idp_tokens","errorCode":"insufficient_scope"}"#
      )
    }
  }

  @Test("A token that is missing, strange, tampered with, of another tenant, or expired")
  func tokens() async throws {
    try await RunningTenant.run { tenant in
      let good = tenant.address.token
      let parts = good.split(separator: ".").map(String.init)
      let expired = try await tenant.server.token(lifetime: .seconds(-1))
      let elsewhere = try await tenant.server.token(audience: "https://acme.eu.auth0.com/api/v2/")
      for (token, message) in [
        ("", "Missing authentication"),
        ("not.a.token", "Invalid token."),
        ("nonsense", "Invalid token."),
        (expired, "Expired token received for JSON Web Token validation"),
        (elsewhere, "Invalid token."),
        (
          [parts[0], parts[1], String(parts[2].reversed())].joined(separator: "."),
          "Invalid signature received for JSON Web Token validation."
        ),
      ] {
        let answer = try await tenant.get("/users?per_page=1", token: token)
        #expect(answer.status == 401)
        #expect(try answer.decoded(as: ErrorBody.self).message == message)
      }
      #expect(try await tenant.get("/users?per_page=1").status == 200)
    }
  }

  @Test("One tenant does not take another's token")
  func otherTenant() async throws {
    try await RunningTenant.run { one in
      try await RunningTenant.run { two in
        let forged = try await two.server.token(audience: one.address.audience)
        for token in [two.address.token, forged] {
          let answer = try await one.get("/users?per_page=1", token: token)
          #expect(answer.status == 401)
        }
      }
    }
  }

  @Test("Without a port there is no token")
  func notListening() async throws {
    let server = TenantServer(configuration: TenantConfiguration(users: 10))
    await #expect(throws: TenantServer.NotListening()) { try await server.token() }
  }
}
