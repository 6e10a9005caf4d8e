/// A local tenant in a process of its own.
final class TenantProcess {
  /// What the screens need in their environment to open it.
  let environment: [String: String]
  /// Its port on loopback.
  let port: UInt16
  /// A token with every scope.
  let token: String
  /// How long it took from the start of the process to the line that says where it listens.
  let start: Duration
  private let run: ProgramRun

  /// Starts the tenant and waits until it listens.
  init(program: String, arguments: [String] = [], environment: [String: String]) throws {
    let begin = ContinuousClock.now
    run = try ProgramRun(
      path: program, arguments: ["tenant", "serve"] + arguments, environment: environment)
    let words = try run.line().split(whereSeparator: \.isWhitespace)
    guard words.count == 4, words[0] == "listening", words[2] == "token" else {
      throw BenchmarkError("The local tenant does not say where it listens.")
    }
    start = .now - begin
    let domain = String(words[1].trimmingPrefix("http://"))
    token = String(words[3])
    guard let port = domain.split(separator: ":").last.flatMap({ UInt16($0) }) else {
      throw BenchmarkError("The local tenant has no port.")
    }
    self.port = port
    self.environment = [
      "AUTH0_DOMAIN": domain, "AUTH0_API_TOKEN": token,
    ]
  }

  /// How much memory it uses at the moment.
  var memory: ProcessFigures.Memory { ProcessFigures(process: run.process).memory }
}
