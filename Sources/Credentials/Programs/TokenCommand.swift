import FoundationEssentials
import ManagementAPI

/// A command of the person's own whose standard output is a token: `ROLECALL_TOKEN_COMMAND`.
struct TokenCommand: TokenSource {
  /// How long it may take.
  static let patience = Duration.seconds(30)

  let command: CommandWords
  let isRenewable = true
  /// How long it may take.
  var timeout = Self.patience
  let now: @Sendable () -> Date

  /// A command from its text; nothing is run yet.
  ///
  /// - Throws: ``CredentialsError`` where it cannot be split into words.
  init(text: String, now: @escaping @Sendable () -> Date) throws(CredentialsError) {
    guard let command = CommandWords(text) else { throw .malformedCommand() }
    self.command = command
    self.now = now
  }

  /// Runs the command.
  ///
  /// - Throws: ``CredentialsError`` where it prints no token.
  func obtainToken(by exchange: any TokenExchange) async throws -> AccessToken {
    let run: ProgramRun
    do {
      run = try await ProgramRun.run(command.words, timeout: timeout)
    } catch let failure as ProgramRun.Failure {
      throw CredentialsError.commandNotRun(
        failure, program: command.words.first ?? "", timeout: timeout)
    }
    guard run.end == .exited(0) else {
      throw CredentialsError.commandFailed(
        run.end, words: ErrorWords(run.errors, hiding: run.output).text)
    }
    let text = run.output.trimmed
    guard !text.isEmpty, !text.contains(where: \.isWhitespace) else {
      throw CredentialsError.commandWithoutToken(
        isEmpty: text.isEmpty, words: ErrorWords(run.errors, hiding: run.output).text)
    }
    let token = AccessToken(Secret(text))
    if let end = token.claims?.expiresAt, end <= now() {
      throw CredentialsError.commandWithOldToken(endedAt: end)
    }
    return token
  }
}
