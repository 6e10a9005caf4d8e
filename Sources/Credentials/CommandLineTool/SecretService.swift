import FoundationEssentials
import ManagementAPI

/// The system's keyring, as far as the auth0 CLI keeps a token there: in chunks of 2,048 bytes, under
/// `service` and `username`.
///
/// It is asked through `secret-tool`, the program of libsecret; nothing is ever stored.
struct SecretService: Sendable {
  /// How many chunks the CLI makes at the most.
  static let mostChunks = 50
  /// How long one question may take; the keyring may ask somebody to unlock it.
  static let patience = Duration.seconds(60)

  /// The program, with its path where it is not to be looked for.
  var program = "secret-tool"

  /// The token of a tenant's session; `nil` where the keyring has none.
  ///
  /// - Throws: ``CredentialsError`` where the keyring is out of reach.
  func token(of domain: String) async throws -> Secret? {
    var bytes: [UInt8] = []
    for number in 0..<Self.mostChunks {
      guard let chunk = try await chunk(number, of: domain) else { break }
      bytes += chunk
    }
    let text = String(decoding: bytes, as: UTF8.self).trimmed
    return text.isEmpty ? nil : Secret(text)
  }

  private func chunk(_ number: Int, of domain: String) async throws -> [UInt8]? {
    let run: ProgramRun
    do {
      run = try await ProgramRun.run(
        [
          program, "lookup", "service", "Auth0 CLI Access Token \(number)", "username", domain,
        ], timeout: Self.patience)
    } catch let failure as ProgramRun.Failure {
      throw CredentialsError.keyringOutOfReach(domain, failure == .notFound ? nil : "\(failure)")
    }
    guard run.end == .exited(0) else {
      // What it does not have it answers with 1 and no word.
      let words = ErrorWords(run.errors, hiding: run.output).text
      if run.end == .exited(1), words == nil { return nil }
      throw CredentialsError.keyringFailed(domain, words)
    }
    return Self.decoded(run.output)
  }

  /// The bytes of a value, which may bear the mark of values that are kept in base 64.
  static func decoded(_ value: String) -> [UInt8]? {
    let text = value.last?.isNewline == true ? String(value.dropLast()) : value
    guard !text.isEmpty else { return nil }
    let mark = "go-keyring-base64:"
    guard text.hasPrefix(mark) else { return Array(text.utf8) }
    return Data(base64Encoded: String(text.dropFirst(mark.count))).map { Array($0) }
  }
}
