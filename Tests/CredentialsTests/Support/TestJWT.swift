import FoundationEssentials

/// Unsigned tokens for tests; whatever shows their signature has leaked one.
enum TestJWT {
  static let canary = "CANARY-signature"
  /// What the tests call now: 2023-11-14T22:13:20Z.
  static let now = Date(timeIntervalSince1970: 1_700_000_000)
  static let acme = "https://acme.eu.auth0.com/api/v2/"

  static func token(
    _ audience: String = acme, expires: Int = 1_700_086_400, subject: String = "abc@clients"
  ) -> String {
    let payload =
      #"{"aud":["\#(audience)"],"exp":\#(expires),"scope":"read:users read:roles","sub":"\#(subject)"}"#
    let encoded = Data(payload.utf8).base64EncodedString().replacing("+", with: "-")
      .replacing("/", with: "_").replacing("=", with: "")
    return "eyJhbGciOiJSUzI1NiJ9.\(encoded).\(canary)"
  }
}
