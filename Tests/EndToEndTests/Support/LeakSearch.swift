import FoundationEssentials

/// Looks for secrets in what a program gave away: whole or in pieces, plain, in base 64, percent-encoded.
///
/// A piece of 23 bytes is found wherever it begins: it holds one of the secret's blocks of 12.
struct LeakSearch {
  /// A block of a secret in one spelling.
  private struct Block {
    let name: String
    let bytes: [UInt8]
  }

  private static let blockSize = 12
  private static let startSize = 4
  private let blocks: [Block]

  /// A search for secrets by name; one shorter than a block is looked for as a whole.
  init(_ secrets: [(name: String, text: String)]) {
    blocks = secrets.flatMap { secret in
      Self.spellings(of: Array(secret.text.utf8)).flatMap { spelling, text in
        Self.blocks(of: text).map { Block(name: "\(secret.name), \(spelling)", bytes: $0) }
      }
    }
  }

  /// The secrets that show in an output, each once in each spelling.
  func leaks(in output: [UInt8]) -> [String] {
    // By their first bytes, so that the output is gone through once and not once a block.
    let byStart = Dictionary(grouping: blocks) { $0.bytes.prefix(Self.startSize) }
    let sizes = Set(byStart.keys.map(\.count))
    var found: [String] = []
    for size in sizes where size <= output.count {
      for index in 0...(output.count - size) {
        guard let candidates = byStart[output[index..<index + size]] else { continue }
        for block in candidates where !found.contains(block.name) {
          if output[index...].starts(with: block.bytes) { found.append(block.name) }
        }
      }
    }
    return found
  }

  private static func spellings(of secret: [UInt8]) -> [(String, [UInt8])] {
    var all = [("plain", secret)]
    for offset in 0..<3 where secret.count > blockSize + offset {
      // Without its ends, which depend on what stands before and after.
      let whole = secret[offset...].dropLast((secret.count - offset) % 3)
      let text = Data(whole).base64EncodedString()
      all.append(("base 64", Array(text.utf8)))
      let other = text.replacing("+", with: "-").replacing("/", with: "_")
      if other != text { all.append(("base 64 for addresses", Array(other.utf8))) }
    }
    for (name, isUpper) in [("percent-encoded", true), ("percent-encoded, lower case", false)] {
      let text = secret.map { byte -> String in
        let scalar = Unicode.Scalar(byte)
        if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || "-._~".unicodeScalars.contains(scalar)
        {
          return String(scalar)
        }
        let digits = String(byte, radix: 16, uppercase: isUpper)
        return "%" + (digits.count == 1 ? "0" : "") + digits
      }.joined()
      if text.utf8.count != secret.count { all.append((name, Array(text.utf8))) }
    }
    return all
  }

  private static func blocks(of text: [UInt8]) -> [[UInt8]] {
    guard text.count > blockSize else { return [text] }
    return stride(from: 0, through: text.count - blockSize, by: blockSize).map {
      Array(text[$0..<$0 + blockSize])
    }
  }
}
