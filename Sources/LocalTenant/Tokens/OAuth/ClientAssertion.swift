import FoundationEssentials
import JWTKit

/// Proof by an application that it holds the key that the tenant knows the public half of.
struct ClientAssertion: Sendable {
  /// What the assertion says.
  private struct Claims: JWTPayload {
    var iss: String
    var sub: String
    var aud: TokenClaims.Audience
    var exp: Double

    func verify(using algorithm: some JWTAlgorithm) async throws {}
  }

  private struct Header: Decodable {
    var alg: String
  }

  private let publicKey: String

  /// Assertions signed with the private half of this key, as PEM.
  init(publicKey: String) {
    self.publicKey = publicKey
  }

  /// Checks an assertion.
  ///
  /// - Returns: The application that made it.
  /// - Throws: What the Authentication API answers for one that is not the application's, is for
  ///   somebody else, or has expired.
  func clientID(of assertion: String, audiences: [String], now: Date) async throws(OAuthError)
    -> String
  {
    let claims: Claims
    do {
      claims = try await keys(for: assertion).verify(assertion, as: Claims.self)
    } catch {
      throw OAuthError(401, "invalid_client", "Failed to verify client assertion signature.")
    }
    guard claims.iss == claims.sub else {
      throw OAuthError(401, "invalid_client", "Client assertion iss and sub differ.")
    }
    guard claims.aud.names.contains(where: audiences.contains) else {
      throw OAuthError(401, "invalid_client", "Client assertion audience is not this tenant.")
    }
    let left = claims.exp - now.timeIntervalSince1970
    guard left > 0, left <= 300 else {
      throw OAuthError(401, "invalid_client", "Client assertion has expired or lives too long.")
    }
    return claims.sub
  }

  /// The key, ready for the algorithm that the assertion names, where Auth0 takes it.
  private func keys(for assertion: String) async throws -> JWTKeyCollection {
    let key = try Insecure.RSA.PublicKey(pem: publicKey)
    let keys = JWTKeyCollection()
    switch Self.algorithm(of: assertion) {
    case "RS256": await keys.add(rsa: key, digestAlgorithm: .sha256)
    case "RS384": await keys.add(rsa: key, digestAlgorithm: .sha384)
    case "PS256": await keys.add(pss: key, digestAlgorithm: .sha256)
    default: break
    }
    return keys
  }

  private static func algorithm(of assertion: String) -> String? {
    guard let part = assertion.split(separator: ".").first else { return nil }
    var base64 = String(part).replacing("-", with: "+").replacing("_", with: "/")
    base64 += String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4)
    guard let data = Data(base64Encoded: base64) else { return nil }
    return try? JSONDecoder().decode(Header.self, from: data).alg
  }
}
