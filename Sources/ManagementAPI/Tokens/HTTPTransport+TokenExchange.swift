import AccessModel
import FoundationEssentials

extension HTTPTransport: TokenExchange {
  /// The token that the tenant issues for a grant: `POST https://DOMAIN/oauth/token`, without a bearer.
  ///
  /// - Throws: `APIError` of the operation `getToken`; `CancellationError`.
  func token(for grant: TokenGrant) async throws -> AccessToken {
    let request = try Request.token(for: grant)
    let answer = try await self.answer(to: request, bearing: nil)
    guard answer.isSuccess else {
      throw TokenRefusal(answer, of: grant, at: endpoint).error
    }
    let body = try answer.decoded(TokenAnswer.self, for: request.operation)
    return AccessToken(
      Secret(body.accessToken), scope: body.scope,
      endsAt: body.expiresIn.map { answer.receivedAt.addingTimeInterval($0) })
  }
}

/// The body of a token endpoint's success.
private struct TokenAnswer: Decodable {
  let accessToken: String
  let expiresIn: TimeInterval?
  let scope: String?

  private enum CodingKeys: String, CodingKey {
    case accessToken = "access_token"
    case expiresIn = "expires_in"
    case scope
  }

  /// The lives that are believed, in seconds: up to a year.
  private static let lives = 0.0...31_622_400

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    accessToken = try container.decode(String.self, forKey: .accessToken)
    expiresIn = (try? container.decode(TimeInterval.self, forKey: .expiresIn)).flatMap {
      Self.lives.contains($0) ? $0 : nil
    }
    scope = try? container.decode(String.self, forKey: .scope)
  }
}
