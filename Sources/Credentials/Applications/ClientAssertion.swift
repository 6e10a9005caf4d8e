import FoundationEssentials
import ManagementAPI

/// The proof of an application that it holds its private key: a JWT that lives for two minutes
/// (`private_key_jwt`, RFC 7523).
struct ClientAssertion: Sendable {
  /// What a grant calls it.
  static let type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
  /// How long it is good for, in seconds; Auth0 takes five minutes at the most.
  static let lifetime = 120

  let key: SigningKey
  let algorithm: SigningAlgorithm
  /// The application, which is issuer and subject.
  let clientID: String
  /// Whom it is made out to: `https://DOMAIN/`.
  let audience: String
  /// Tells the time.
  let now: @Sendable () -> Date
  /// Makes a text that no other assertion has.
  var newID: @Sendable () -> String = { UUID().uuidString }

  private struct Header: Encodable {
    let alg: String
    let typ = "JWT"
  }

  private struct Claims: Encodable {
    let iss: String
    let sub: String
    let aud: String
    let iat: Int
    let exp: Int
    let jti: String
  }

  /// A new one, signed.
  ///
  /// There is no `nbf`: a clock that is a little ahead would make it one that is not valid yet.
  ///
  /// - Throws: ``CredentialsError`` where the key cannot sign.
  func signed() throws(CredentialsError) -> Secret {
    let issued = Int(now().timeIntervalSince1970)
    let claims = Claims(
      iss: clientID, sub: clientID, aud: audience, iat: issued, exp: issued + Self.lifetime,
      jti: newID())
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      let parts = [
        try encoder.encode(Header(alg: algorithm.rawValue)), try encoder.encode(claims),
      ]
      let message = parts.map { Self.base64URL($0) }.joined(separator: ".")
      let signature = try key.signature(of: Array(message.utf8), by: algorithm)
      return Secret("\(message).\(Self.base64URL(Data(signature)))")
    } catch {
      throw .malformedKey(.privateKey, key.flaw)
    }
  }

  private static func base64URL(_ data: Data) -> String {
    data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }
}
