import FoundationEssentials

@testable import ManagementAPI

/// Unsigned JWTs for tests; whatever shows their signature has leaked a token.
enum TestToken {
  static let canary = "CANARY-signature"

  /// A token with a payload as given.
  static func text(payload: String) -> String {
    "\(encode(#"{"alg":"RS256","typ":"JWT"}"#)).\(encode(payload)).\(canary)"
  }

  /// A token for audiences.
  static func text(audience: String...) -> String {
    let list = audience.map { "\"\($0)\"" }.joined(separator: ",")
    return text(payload: #"{"aud":[\#(list)],"scope":"read:users update:users","exp":4102444800}"#)
  }

  /// A token for a server on this machine.
  static func token(for domain: String) -> AccessToken {
    AccessToken(Secret(text(audience: "http://\(domain)/api/v2/")))
  }

  private static func encode(_ text: String) -> String {
    String(
      Data(text.utf8).base64EncodedString().compactMap { digit -> Character? in
        switch digit {
        case "+": "-"
        case "/": "_"
        case "=": nil
        default: digit
        }
      })
  }
}
