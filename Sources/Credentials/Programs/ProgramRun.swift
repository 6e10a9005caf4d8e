import Subprocess
import SystemPackage

/// What came of a program that was run to its end, without a shell, without a terminal and without
/// input.
struct ProgramRun: Sendable {
  /// Why a program did not run to its end.
  enum Failure: Error, Hashable {
    /// There is no such program, or it may not be run.
    case notFound
    /// It did not end in time, and was ended.
    case timedOut
    /// It printed more than is taken.
    case tooMuch
    /// The system would not run it.
    case notRun(String)
  }

  /// How it ended.
  enum End: Hashable {
    case exited(Int)
    case killed(signal: Int)
  }

  /// How much is taken from standard output, and from standard error, in bytes.
  static let outputLimit = 64 << 10
  static let errorLimit = 1 << 20

  let end: End
  /// What it printed; as secret as a token.
  let output: String
  /// What it said on standard error.
  let errors: String

  /// Runs a program.
  ///
  /// - Parameters:
  ///   - words: The program, looked for in `PATH` where it has no `/`, and its arguments.
  ///   - timeout: How long it may take.
  ///   - clock: Measures that.
  /// - Throws: ``Failure``; `CancellationError`.
  static func run(
    _ words: [String], timeout: Duration, clock: any Clock<Duration> = ContinuousClock()
  ) async throws -> ProgramRun {
    try await withThrowingTaskGroup(of: ProgramRun?.self) { group in
      group.addTask { try await run(words) }
      group.addTask {
        try await clock.sleep(for: timeout)
        return nil
      }
      defer { group.cancelAll() }
      guard let run = try await group.next() ?? nil else { throw Failure.timedOut }
      return run
    }
  }

  private static func run(_ words: [String]) async throws -> ProgramRun {
    guard let program = words.first else { throw Failure.notFound }
    var options = PlatformOptions()
    // A program of its own session cannot write over the screens, and ends with its children.
    options.createSession = true
    options.teardownSequence = [
      .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .seconds(2))
    ]
    do {
      let result = try await Subprocess.run(
        program.contains("/") ? .path(FilePath(program)) : .name(program),
        arguments: Arguments(Array(words.dropFirst())), platformOptions: options,
        output: .string(limit: outputLimit), error: .string(limit: errorLimit))
      let end: End =
        switch result.terminationStatus {
        case .exited(let code): .exited(Int(code))
        case .signaled(let signal): .killed(signal: Int(signal))
        }
      return ProgramRun(end: end, output: result.standardOutput, errors: result.standardError)
    } catch let error as SubprocessError {
      try Task.checkCancellation()
      switch error.code {
      case .executableNotFound: throw Failure.notFound
      case .outputLimitExceeded: throw Failure.tooMuch
      default: throw Failure.notRun(error.underlyingError.map { "\($0)" } ?? "unknown")
      }
    }
  }
}
