import FoundationEssentials

extension AccessToken.Claims {
  /// Reads the payload of a JWT; `nil` where the text is none, or its payload no JSON object.
  init?(token: String) {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    // Any other character has no place in a JWT, and none in a header.
    guard parts.count == 3, let signature = parts.last, signature.utf8.allSatisfy(Base64URL.holds),
      parts[0].utf8.allSatisfy(Base64URL.holds), let payload = Base64URL.decode(parts[1]),
      let claims = try? JSONDecoder().decode(Payload.self, from: Data(payload))
    else { return nil }
    self.init(
      audience: claims.audience, scopes: claims.scopes, expiresAt: claims.expiresAt,
      subject: claims.subject, clientID: claims.clientID)
  }

  /// The claims as a JWT spells them; a claim of an odd type counts as absent.
  private struct Payload: Decodable {
    let audience: [String]
    let scopes: Set<String>?
    let expiresAt: Date?
    let subject: String?
    let clientID: String?

    /// The times that a calendar can show, in seconds: 1970 to 9999.
    private static let years = 0.0..<253_402_300_800

    private enum CodingKeys: String, CodingKey {
      case audience = "aud"
      case scopes = "scope"
      case expiresAt = "exp"
      case subject = "sub"
      case clientID = "azp"
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      if let one = try? container.decode(String.self, forKey: .audience) {
        audience = [one]
      } else {
        audience = (try? container.decode([String].self, forKey: .audience)) ?? []
      }
      if let list = try? container.decode(String.self, forKey: .scopes) {
        scopes = Set(list.split(separator: " ").map(String.init))
      } else {
        scopes = (try? container.decode([String].self, forKey: .scopes)).map(Set.init)
      }
      let seconds = try? container.decode(Double.self, forKey: .expiresAt)
      expiresAt = seconds.flatMap {
        Self.years.contains($0) ? Date(timeIntervalSince1970: $0) : nil
      }
      subject = try? container.decode(String.self, forKey: .subject)
      clientID = try? container.decode(String.self, forKey: .clientID)
    }
  }
}
