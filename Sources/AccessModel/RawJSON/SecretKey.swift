/// The keys of a document whose values no one may see.
///
/// Named by the API (`identities[].access_token`, `refresh_token`, an API's `signing_secret`, an
/// application's `client_secret`) and by what people put into metadata.
enum SecretKey {
  /// Ends of keys, compared by ASCII letters and digits alone and without case: `accessToken` and
  /// `access_token` are one.
  private static let endings = [
    "token", "secret", "password", "passwordhash", "passphrase", "privatekey", "apikey",
    "clientassertion", "credentials", "authorization", "cookie",
  ]

  /// Whether the value of a key, escapes already resolved, is hidden.
  static func matches(_ key: String) -> Bool {
    let kept = key.unicodeScalars.filter {
      $0.isASCII && ($0.properties.isAlphabetic || isDigit($0))
    }
    let plain = String(String.UnicodeScalarView(kept)).lowercased()
    return endings.contains { plain.hasSuffix($0) || plain.hasSuffix($0 + "s") }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
