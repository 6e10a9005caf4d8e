import AccessModel
import FoundationEssentials

extension CredentialsError {
  private static let name = CredentialSource.Variable.tokenCommand.rawValue
  private static let advice = "Run it by hand: its standard output must be the token alone."

  private static func command(
    _ problem: String, _ remedy: String = advice, code: Code = .commandFailed
  ) -> CredentialsError {
    CredentialsError(code, variables: [name], explanation: Explanation(problem, remedy))
  }

  /// The command cannot be split into words.
  static func malformedCommand() -> CredentialsError {
    command(
      "\(name) is no command: a quote is not closed, or it names no program.",
      "Write program and arguments with spaces between, in quotes where they hold some; no shell"
        + " reads it.", code: .malformedCommand)
  }

  /// The command did not run to its end.
  static func commandNotRun(
    _ failure: ProgramRun.Failure, program: String, timeout: Duration
  ) -> CredentialsError {
    switch failure {
    case .notFound:
      command(
        "\(name) names a program that is not there, or may not be run: \(program).",
        "Set it to a program in PATH, or to its whole path.")
    case .timedOut:
      command(
        "The command in \(name) did not end within \(timeout.components.seconds) seconds, and was"
          + " ended.",
        "Run it by hand: it has no terminal and no input here.")
    case .tooMuch: command("The command in \(name) printed far more than a token.")
    case .notRun(let reason): command("The command in \(name) could not be run: \(reason).")
    }
  }

  /// The command ended without success.
  static func commandFailed(_ end: ProgramRun.End, words: String?) -> CredentialsError {
    let status =
      switch end {
      case .exited(let code): "status \(code)"
      case .killed(let signal): "signal \(signal)"
      }
    return command("The command in \(name) ended with \(status)\(sentence(words))")
  }

  /// The command printed something else than a token.
  static func commandWithoutToken(isEmpty: Bool, words: String?) -> CredentialsError {
    command(
      "The command in \(name) printed \(isEmpty ? "nothing" : "more than a token")\(sentence(words))"
    )
  }

  /// The command printed a token that has ended.
  static func commandWithOldToken(endedAt end: Date) -> CredentialsError {
    command(
      "The token that the command in \(name) printed expired at \(end.formatted(.iso8601)).")
  }

  /// The end of a sentence that quotes what a program said.
  static func sentence(_ words: String?) -> String {
    guard var words = words?[...] else { return "." }
    while words.last == "." { words.removeLast() }
    return words.isEmpty ? "." : ": \(words)."
  }
}
