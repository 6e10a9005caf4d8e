import JWTKit

/// What a Management API token says, in the words of Auth0's own.
struct TokenClaims: JWTPayload, Equatable {
  var iss: String
  /// `CLIENT_ID@clients` for a token that belongs to an application.
  var sub: String
  var aud: Audience
  /// The client id of the application that asked for the token.
  var azp: String
  /// In whole seconds since 1970, as `exp`.
  var iat: Int
  var exp: Int
  /// The scopes that are granted, with spaces between.
  var scope: String
  /// How the token was asked for: `client-credentials`.
  var gty: String

  /// Who a token is for: on the wire one string, or an array of them.
  struct Audience: Codable, Sendable, Equatable {
    var names: [String]

    init(names: [String]) {
      self.names = names
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      do {
        names = [try container.decode(String.self)]
      } catch {
        names = try container.decode([String].self)
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      if names.count == 1, let name = names.first {
        try container.encode(name)
      } else {
        try container.encode(names)
      }
    }
  }

  /// Nothing is checked here: the time and the audience come from the tenant, which checks them.
  func verify(using algorithm: some JWTAlgorithm) async throws {}
}
