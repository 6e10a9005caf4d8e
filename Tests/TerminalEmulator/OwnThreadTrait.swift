package import Testing

/// Gives each test a thread of its own, and lets a few of them run at a time.
///
/// A test that waits before a terminal blocks its thread. On the pool's few threads such tests would keep
/// all others from running, for as long as a machine is busy.
package struct OwnThreadTrait: SuiteTrait, TestTrait, TestScoping {
  /// It is for each test, not for a suite as a whole.
  package let isRecursive = true

  package func provideScope(
    for test: Test, testCase: Test.Case?,
    performing function: @Sendable @concurrent () async throws -> Void
  ) async throws {
    try await Gate.shared.pass {
      try await withTaskExecutorPreference(OwnThread()) { try await function() }
    }
  }
}

extension Trait where Self == OwnThreadTrait {
  /// Each test runs on a thread of its own.
  package static var ownThread: OwnThreadTrait { OwnThreadTrait() }
}
