import AccessModel
import FoundationEssentials
import Testing

@testable import Credentials
@testable import ManagementAPI

@Suite("A command whose output is the token", .timeLimit(.minutes(5)))
struct TokenCommandTests {
  private static func obtain(
    _ text: String, timeout: Duration = .seconds(30)
  ) async throws -> AccessToken {
    var command = try TokenCommand(text: text) { TestJWT.now }
    command.timeout = timeout
    return try await command.obtainToken(by: NoExchange())
  }

  private static func failure(
    _ text: String, timeout: Duration = .seconds(30)
  ) async -> CredentialsError? {
    await #expect(throws: CredentialsError.self) { try await obtain(text, timeout: timeout) }
  }

  @Test("Its output, trimmed, is the token; what it says beside is nothing")
  func token() async throws {
    let token = TestJWT.token()
    let found = try await Self.obtain("sh -c 'echo hush >&2; echo \" $0\"; echo' \(token)")
    #expect(found.secret.exposed == token)
    #expect(found.claims?.audience == [TestJWT.acme])
  }

  @Test("Each argument arrives as it is written; no shell reads it")
  func arguments() async throws {
    let found = try await Self.obtain(#"printf %s%s%s 'a|b;$HOME' "*" \>"#)
    #expect(found.secret.exposed == "a|b;$HOME*>")
  }

  @Test(
    "What goes wrong is named, and its output never",
    arguments: [
      ("/nowhere/token", "names a program that is not there, or may not be run: /nowhere/token."),
      ("rolecall-no-such-program", "may not be run: rolecall-no-such-program."),
      ("sh -c 'echo CANARY; echo wrong vault. >&2; exit 3'", "ended with status 3: wrong vault."),
      ("sh -c 'echo CANARY; exit 1'", "ended with status 1."),
      ("sh -c 'kill -9 $$'", "ended with signal 9."),
      ("true", "printed nothing."),
      ("echo CANARY CANARY", "printed more than a token."),
      ("sh -c 'yes CANARY | head -c 70000'", "printed far more than a token."),
      (
        "echo \(TestJWT.token(expires: 1_699_999_999))",
        "that the command in ROLECALL_TOKEN_COMMAND printed expired at 2023-11-14T22:13:19Z."
      ),
    ])
  func failures(text: String, problem: String) async {
    let error = await Self.failure(text)
    #expect(error?.code == .commandFailed)
    #expect(error?.explanation.problem.hasSuffix(problem) == true, "\(error as Any)")
    #expect(!"\(error as Any)".contains("CANARY"))
  }

  @Test("It is ended when it takes too long, with what it has started")
  func timeout() async {
    let error = await Self.failure("sh -c 'sleep 600 & sleep 600'", timeout: .milliseconds(50))
    #expect(
      error?.explanation.problem
        == "The command in ROLECALL_TOKEN_COMMAND did not end within 0 seconds, and was ended.")
  }

  @Test("It has neither input nor a terminal")
  func alone() async throws {
    let found = try await Self.obtain(
      "sh -c 'cat; (: </dev/tty) 2>/dev/null && echo tty || echo none'")
    #expect(found.secret.exposed == "none")
  }
}
