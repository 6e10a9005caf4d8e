import Crypto

/// The SHA-256 of a plan file's bytes, by which a plan is agreed upon, kept and applied once.
package struct PlanHash: Hashable, Sendable, CustomStringConvertible {
  /// The hash in lower-case hexadecimal, 64 digits.
  package let description: String

  /// The hash of a file.
  package init(of bytes: [UInt8]) {
    var hasher = SHA256()
    hasher.update(data: bytes)
    self.init(hasher.finalize())
  }

  init(_ digest: SHA256.Digest) {
    let digits = Array("0123456789abcdef".utf8)
    description = String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
