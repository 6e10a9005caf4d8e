import FoundationEssentials
import JWTKit
import Synchronization

/// Signs the tenant's tokens and checks the ones that calls bring.
///
/// Tokens are signed with RS256, as Auth0 signs them.
final class TokenAuthority: Sendable {
  private static let mostRemembered = 256

  private let keys: JWTKeyCollection
  /// Another one in each run, so that a tenant does not take a token that another one gave.
  private let keyID = JWKIdentifier(string: "local-\(TokenAuthority.newSecret().prefix(16))")
  /// Checking a signature costs more than most answers, so that a token is checked once.
  private let remembered = Mutex<[String: TokenClaims]>([:])

  init() {
    keys = JWTKeyCollection()
  }

  /// Makes the key usable; to be called once, before any other function.
  func prepare() async throws {
    await keys.add(
      rsa: try Insecure.RSA.PrivateKey(pem: DevelopmentKey.pem), digestAlgorithm: .sha256,
      kid: keyID)
  }

  /// A secret for an application, which nobody can guess.
  ///
  /// It begins with a letter: one that began with a dash would be taken for an option where it is handed to a program.
  static func newSecret() -> String {
    var source = SystemRandomNumberGenerator()
    return newSecret(seed: source.next())
  }

  static func newSecret(seed: UInt64) -> String {
    var random = SplitMix64(seed: seed)
    return random.text(1, of: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
      + random.text(
        63, of: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")
  }

  /// The public half of the key, as the document at `/.well-known/jwks.json`.
  var keySet: JSON {
    get throws {
      let key = try Insecure.RSA.PrivateKey(pem: DevelopmentKey.pem).publicKey
      let (modulus, exponent) = try key.getKeyPrimitives()
      return [
        "keys": [
          [
            "alg": "RS256", "kty": "RSA", "use": "sig", "n": .string(Self.urlSafe(modulus)),
            "e": .string(Self.urlSafe(exponent)), "kid": .string(keyID.string),
          ]
        ]
      ]
    }
  }

  private static func urlSafe(_ bytes: Data) -> String {
    bytes.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }

  /// A signed token.
  func token(
    issuer: String, audience: [String], scopes: [String], lifetime: Duration, now: Date
  ) async throws -> String {
    let issued = Int(now.timeIntervalSince1970)
    let claims = TokenClaims(
      iss: issuer, sub: "\(ClientApplication.management.id)@clients",
      aud: TokenClaims.Audience(names: audience),
      azp: ClientApplication.management.id, iat: issued,
      exp: issued + Int(lifetime.components.seconds),
      scope: scopes.joined(separator: " "), gty: "client-credentials")
    return try await keys.sign(claims, kid: keyID)
  }

  /// What the value of an `Authorization` header permits.
  ///
  /// - Throws: 401 without a bearer token, and for one that is not the tenant's, is for another
  ///   audience, or has expired.
  func grant(
    authorization: String?, audiences: [String], now: Date
  ) async throws(APIError) -> TokenGrant {
    guard let token = Self.bearerToken(authorization) else { throw .missingAuthentication }
    let claims = try await claims(of: token)
    guard now.timeIntervalSince1970 < Double(claims.exp) else { throw .expiredToken }
    guard claims.aud.names.contains(where: audiences.contains) else { throw .invalidToken }
    return TokenGrant(
      clientID: claims.azp, scopes: Set(claims.scope.split(separator: " ").map(String.init)))
  }

  private static func bearerToken(_ authorization: String?) -> String? {
    let parts = (authorization ?? "").split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
    return String(parts[1])
  }

  private func claims(of token: String) async throws(APIError) -> TokenClaims {
    if let claims = remembered.withLock({ $0[token] }) { return claims }
    let claims: TokenClaims
    do {
      claims = try await keys.verify(token)
      let header = try DefaultJWTParser().parse(Array(token.utf8), as: TokenClaims.self).header
      guard header.kid == keyID.string else { throw APIError.invalidSignature }
    } catch let error as APIError {
      throw error
    } catch let error as JWTError where error.errorType == .signatureVerificationFailed {
      throw .invalidSignature
    } catch {
      throw .invalidToken
    }
    remembered.withLock { remembered in
      if remembered.count >= Self.mostRemembered { remembered.removeAll() }
      remembered[token] = claims
    }
    return claims
  }
}

extension APIError {
  /// 401 for a call without a bearer token.
  static let missingAuthentication = APIError(
    .unauthorized, "Missing authentication", attribute: "Missing authentication")
  /// 401 for a token that cannot be read or is for another audience.
  static let invalidToken = APIError(
    .unauthorized, "Invalid token.", attribute: "Invalid token.")
  /// 401 for a token that somebody else signed.
  static let invalidSignature = APIError(
    .unauthorized, "Invalid signature received for JSON Web Token validation.",
    attribute: "Invalid signature received for JSON Web Token validation.")
  /// 401 for a token whose time is over.
  static let expiredToken = APIError(
    .unauthorized, "Expired token received for JSON Web Token validation",
    attribute: "Expired token received for JSON Web Token validation")
}
