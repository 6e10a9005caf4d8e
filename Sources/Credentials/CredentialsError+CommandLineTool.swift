import AccessModel
import FoundationEssentials

extension CredentialsError {
  private static let flag = "--auth0-cli"

  private static func session(
    _ code: Code, _ domain: String?, _ problem: String, _ remedy: String, expiredAt: Date? = nil
  ) -> CredentialsError {
    CredentialsError(
      code, variables: [flag], domain: domain, expiredAt: expiredAt,
      explanation: Explanation(problem, remedy))
  }

  /// The auth0 CLI has left no file; the path is `nil` where there is no home to look in.
  static func missingSessionFile(_ path: String?) -> CredentialsError {
    session(
      .missingSession, nil,
      path.map { "The auth0 CLI holds no session: there is no \($0)." }
        ?? "The auth0 CLI's session cannot be looked for: HOME is not set.",
      "Log in with it first: auth0 login")
  }

  /// The auth0 CLI's file is not as it writes it.
  static func unreadableSessionFile(_ path: String) -> CredentialsError {
    session(
      .unreadableSession, nil, "The auth0 CLI's file \(path) is not as it writes it.",
      "Log in with it again: auth0 login")
  }

  /// The auth0 CLI holds no session for a tenant; `nil` where it does not say for which.
  static func missingSession(of domain: String?, others: [String]) -> CredentialsError {
    let known = others.prefix(5).joined(separator: ", ") + (others.count > 5 ? ", …" : "")
    return session(
      .missingSession, domain,
      (domain.map { "The auth0 CLI holds no session for \($0)" }
        ?? "The auth0 CLI has no default tenant")
        + (others.isEmpty ? "." : "; it has one for \(known)."),
      others.isEmpty
        ? "Log in with it first: auth0 login"
        : "Set AUTH0_DOMAIN to one of these, or log in: auth0 login")
  }

  /// The auth0 CLI's session has ended, or is about to.
  static func expiredSession(of domain: String, at end: Date) -> CredentialsError {
    session(
      .expiredSession, domain,
      "The auth0 CLI's session for \(domain) ends at \(end.formatted(.iso8601)), which is too soon"
        + " or past.",
      "Log in with it again: auth0 login", expiredAt: end)
  }

  /// Neither the file nor the keyring has the session's token.
  static func emptyKeyring(_ domain: String) -> CredentialsError {
    session(
      .missingSession, domain,
      "The auth0 CLI's token for \(domain) is neither in its file nor in the keyring.",
      "Log in with it again: auth0 login")
  }

  /// The keyring cannot be asked; the reason is `nil` where `secret-tool` is not there.
  static func keyringOutOfReach(_ domain: String, _ reason: String?) -> CredentialsError {
    session(
      .unreachableKeyring, domain,
      "The auth0 CLI keeps its token for \(domain) in the keyring, which is read with secret-tool: "
        + (reason.map { "it could not be run (\($0))." } ?? "that program is not there."),
      "Install libsecret-tools; or set AUTH0_API_TOKEN, or ROLECALL_TOKEN_COMMAND")
  }

  /// The keyring refused.
  static func keyringFailed(_ domain: String, _ words: String?) -> CredentialsError {
    session(
      .unreachableKeyring, domain,
      "The keyring with the auth0 CLI's token for \(domain) does not answer\(sentence(words))",
      "Unlock it; or set AUTH0_API_TOKEN, or ROLECALL_TOKEN_COMMAND")
  }
}
