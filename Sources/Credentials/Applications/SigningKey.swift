import Crypto
import CryptoExtras
import FoundationEssentials

/// A private RSA key, read from PEM; however it is printed, it reads `(redacted)`.
struct SigningKey: Hashable, Sendable {
  /// Why a text is no key to sign with.
  enum Flaw: Hashable, Sendable {
    /// It is no PEM, or of another kind than RSA.
    case notRSA
    /// It is locked by a passphrase.
    case encrypted
    /// It is the public half, or a certificate.
    case notPrivate
  }

  private let key: Result<_RSA.Signing.PrivateKey, Flaw.Found>
  /// What tells two keys apart.
  private let digest: [UInt8]

  /// Reads a key in PKCS#1 or PKCS#8; where an environment has `\n` for line feeds, these are meant.
  init(pem: String) {
    let text = pem.contains("\n") ? pem : pem.replacing("\\n", with: "\n")
    digest = Array(SHA256.hash(data: Data(text.utf8)))
    do {
      key = .success(try _RSA.Signing.PrivateKey(pemRepresentation: text))
    } catch {
      key = .failure(Flaw.Found(flaw: Self.flaw(of: text)))
    }
  }

  /// Whether it can sign.
  var isUsable: Bool { flaw == nil }

  /// Why it cannot sign; `nil` where it can.
  var flaw: Flaw? {
    guard case .failure(let found) = key else { return nil }
    return found.flaw
  }

  /// The signature of a message.
  ///
  /// - Throws: Where the key cannot sign.
  func signature(of message: [UInt8], by algorithm: SigningAlgorithm) throws -> [UInt8] {
    let key = try key.get()
    let data = Data(message)
    let signature =
      switch algorithm {
      case .rs256: try key.signature(for: SHA256.hash(data: data), padding: .insecurePKCS1v1_5)
      case .rs384: try key.signature(for: SHA384.hash(data: data), padding: .insecurePKCS1v1_5)
      case .ps256: try key.signature(for: SHA256.hash(data: data), padding: .PSS)
      }
    return Array(signature.rawRepresentation)
  }

  private static func flaw(of text: String) -> Flaw {
    if text.contains("ENCRYPTED") { return .encrypted }
    if text.contains("-----BEGIN"), !text.contains("PRIVATE KEY-----") { return .notPrivate }
    return .notRSA
  }

  static func == (left: SigningKey, right: SigningKey) -> Bool { left.digest == right.digest }

  func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}

extension SigningKey.Flaw {
  /// The flaw of a key that was read.
  struct Found: Error { let flaw: SigningKey.Flaw }
}

extension SigningKey: CustomStringConvertible, CustomReflectable {
  /// `(redacted)`.
  var description: String { "(redacted)" }

  /// A mirror without the key.
  var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
