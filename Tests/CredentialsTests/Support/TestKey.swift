import CryptoExtras

/// A key pair, made for one run of the tests.
enum TestKey {
  static let pair = Result { try _RSA.Signing.PrivateKey(keySize: .bits2048) }

  /// The private key in PKCS#8.
  static var pem: String { get throws { try pair.get().pkcs8PEMRepresentation } }
  static var publicPEM: String { get throws { try pair.get().publicKey.pemRepresentation } }
}
