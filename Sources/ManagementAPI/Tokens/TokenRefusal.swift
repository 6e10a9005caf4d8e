import AccessModel
import FoundationEssentials

/// Why a tenant issued no token: `{"error":"access_denied","error_description":"Unauthorized"}`.
struct TokenRefusal {
  private struct Body: Decodable {
    let error: String?
    let description: String?

    private enum CodingKeys: String, CodingKey {
      case error
      case description = "error_description"
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      func text(_ key: CodingKeys) -> String? {
        (try? container.decode(String.self, forKey: key)).map { String($0.prefix(300)) }
      }
      error = text(.error)
      description = text(.description)
    }
  }

  private let answer: Answer
  private let grant: TokenGrant
  private let endpoint: TenantEndpoint
  private let body: Body?

  /// Reads what a tenant said to a grant.
  init(_ answer: Answer, of grant: TokenGrant, at endpoint: TenantEndpoint) {
    self.answer = answer
    self.grant = grant
    self.endpoint = endpoint
    body = try? JSONDecoder().decode(Body.self, from: Data(answer.body))
  }

  /// What the exchange throws.
  var error: APIError {
    do {
      try answer.check(for: .getToken)
      return answer.unreadable(.getToken, because: "it is no token")
    } catch {
      var error = error
      error.message = body?.description ?? body?.error ?? error.message
      error.errorCode = body?.error ?? error.errorCode
      error.explained = explanation
      // A grant that is refused with 400 is refused like any other.
      if explanation != nil, error.code == .badRequest { error.code = .unauthorized }
      return error
    }
  }

  /// What to say where the code alone does not say it; `nil` for what passes by itself.
  private var explanation: Explanation? {
    guard answer.status != 429, answer.status < 500 else { return nil }
    let said = words.map { ": \($0)" } ?? ""
    if said.contains("Service not enabled within domain") {
      return Explanation(
        "\(endpoint.domain) issues no tokens for \(endpoint.tokenAudience).",
        endpoint.isCustomDomain
          ? "Set AUTH0_AUDIENCE to the tenant's own: https://acme.eu.auth0.com/api/v2/"
          : "Check AUTH0_DOMAIN: it must be the tenant's own domain.")
    }
    switch body?.error {
    case "invalid_client":
      return refused(said)
    case "access_denied" where answer.status == 401 || words == "Unauthorized":
      return refused(said)
    case "access_denied", "unauthorized_client", "invalid_grant", "invalid_scope":
      return Explanation(
        "\(endpoint.domain) gave the application no token\(said).",
        "Authorize it under APIs › Auth0 Management API › Machine to Machine Applications, with the"
          + " grant Client Credentials, and tick the scopes.")
    default: return nil
    }
  }

  /// The tenant's words, without the full stop at their end, which the sentence around them has.
  private var words: String? {
    guard var words = body?.description?[...] else { return nil }
    while let last = words.last, last == "." || last.isWhitespace { words.removeLast() }
    return words.isEmpty ? nil : String(words)
  }

  private func refused(_ said: String) -> Explanation {
    Explanation(
      "\(endpoint.domain) refused the application's credentials\(said).",
      grant.parameters["client_assertion"] == nil
        ? "Check AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET."
        : "Check AUTH0_CLIENT_ID, and that the application has the key's public half and takes"
          + " AUTH0_CLIENT_ASSERTION_SIGNING_ALG.")
  }
}
