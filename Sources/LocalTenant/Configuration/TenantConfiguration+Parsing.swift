import JWTKit

extension TenantConfiguration {
  /// A time as a flag gives it: `250`, `250ms` or `2s`, at most a day.
  ///
  /// - Throws: ``SwitchError`` for anything else.
  package static func time(parsing text: String) throws(SwitchError) -> Duration {
    guard let time = SwitchList.time(text) else {
      throw SwitchError(text: text, problem: "is not a time such as 250ms or 2s")
    }
    return time
  }

  /// A key for ``applicationPublicKey`` that is one: RSA, of 2,048 bits or more, as PEM.
  ///
  /// - Throws: ``SwitchError`` for anything else, such as the private half.
  package static func publicKey(parsing pem: String) throws(SwitchError) -> String {
    do {
      _ = try Insecure.RSA.PublicKey(pem: pem)
      return pem
    } catch {
      throw SwitchError(
        text: String(pem.prefix { !$0.isNewline }),
        problem: "does not begin a public RSA key of 2048 bits or more as PEM")
    }
  }
}
