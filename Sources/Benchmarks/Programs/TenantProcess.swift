/// A local tenant in a process of its own.
final class TenantProcess {
  /// What the screens need in their environment to open it.
  let environment: [String: String]
  private let run: ProgramRun

  /// Starts the tenant, with more arguments than it needs, and waits until it listens.
  init(program: String, arguments: [String] = [], environment: [String: String]) throws {
    run = try ProgramRun(
      path: program, arguments: ["tenant", "serve"] + arguments, environment: environment)
    let words = try run.line().split(whereSeparator: \.isWhitespace)
    guard words.count == 4, words[0] == "listening", words[2] == "token" else {
      throw BenchmarkError("The local tenant does not say where it listens.")
    }
    self.environment = [
      "AUTH0_DOMAIN": String(words[1].trimmingPrefix("http://")),
      "AUTH0_API_TOKEN": String(words[3]),
    ]
  }
}
