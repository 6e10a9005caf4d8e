import Crypto
import FoundationEssentials

/// How each record's hash covers what it says and all records before it.
///
/// `digest` is the SHA-256 of the salt and the body, `hash` the SHA-256 of the hash before and the digest.
/// A record that was emptied keeps its digest, so the chain holds; without the salt nobody can try out
/// what the body may have been.
enum RecordChain {
  /// What the first record's hash begins with: a chain belongs to one tenant.
  static func beginning(tenant: String) -> Data {
    sha256(Data("rolecall journal 1 \(tenant)".utf8))
  }

  /// What covers a body.
  static func digest(salt: Data, body: String) -> Data {
    sha256(salt + Data(body.utf8))
  }

  /// What covers a record and all before it.
  static func hash(after previous: Data, digest: Data) -> Data {
    sha256(previous + digest)
  }

  /// Sixteen bytes that nobody can guess.
  static func salt() -> Data {
    // Two draws: each asks the kernel.
    var generator = SystemRandomNumberGenerator()
    return withUnsafeBytes(of: (generator.next(), generator.next())) { Data($0) }
  }

  private static func sha256(_ data: Data) -> Data { Data(SHA256.hash(data: data)) }
}
