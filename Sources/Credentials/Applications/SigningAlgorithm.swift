/// A way to sign that Auth0 takes from applications.
enum SigningAlgorithm: String, Hashable, Sendable, CaseIterable {
  /// PKCS#1 v1.5 with SHA-256.
  case rs256 = "RS256"
  /// PKCS#1 v1.5 with SHA-384.
  case rs384 = "RS384"
  /// PSS with SHA-256 and a salt of 32 bytes.
  case ps256 = "PS256"
}
