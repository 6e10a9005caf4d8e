import FoundationEssentials
import Synchronization

/// The one place that holds the tenant's state, for calls that come at the same time.
final class TenantStore: Sendable {
  private let state: Mutex<TenantState>
  private let anchor: Timestamp
  private let started = ContinuousClock.now

  /// Holds `state`, and counts the tenant's time on from `now`.
  init(_ state: TenantState, now: Date) {
    self.state = Mutex(state)
    anchor = Timestamp(now)
  }

  /// The tenant's time, which seeded dates are older than.
  var now: Timestamp {
    let elapsed = (ContinuousClock.now - started).components
    return Timestamp(
      milliseconds: anchor.milliseconds + elapsed.seconds * 1000
        + elapsed.attoseconds / 1_000_000_000_000_000)
  }

  /// Reads the state while nobody changes it; to be short, for everybody else waits.
  func read<Result: Sendable, Failure: Error>(
    _ body: (borrowing TenantState) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try state.withLock { state throws(Failure) in try body(state) }
  }

  /// Changes the state.
  func write<Result: Sendable, Failure: Error>(
    _ body: (inout TenantState) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try state.withLock { state throws(Failure) in try body(&state) }
  }
}
