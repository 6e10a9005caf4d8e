import FoundationEssentials
import Synchronization

/// The one place that holds the tenant's state, for calls that come at the same time.
final class TenantStore: Sendable {
  /// What the tenant was made from, and so how it answers where the real one is unknown.
  let configuration: TenantConfiguration

  private let state: Mutex<TenantState>
  private let writes = Atomic<Int>(0)
  private let anchor: Timestamp
  private let started = ContinuousClock.now

  /// Holds `state`, and counts the tenant's time on from the configuration's day, or from a later
  /// moment that the state has already seen.
  init(_ state: TenantState, _ configuration: TenantConfiguration, notBefore: Timestamp? = nil) {
    var state = state
    state.lag(
      searches: configuration.searchLag, memberLists: configuration.unknowns.memberListLag)
    self.configuration = configuration
    self.state = Mutex(state)
    let day = Timestamp(configuration.now)
    anchor = max(day, notBefore ?? day)
  }

  /// The tenant's time, which seeded dates are older than.
  var now: Timestamp {
    Timestamp(milliseconds: anchor.milliseconds + (ContinuousClock.now - started).milliseconds)
  }

  /// How often the state may have been changed.
  var revision: Int { writes.load(ordering: .relaxed) }

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
    writes.add(1, ordering: .relaxed)
    return try state.withLock { state throws(Failure) in try body(&state) }
  }

  /// The users as a search sees them now.
  func searchable() -> UserDirectory {
    guard configuration.searchLag > .zero else { return read { $0.directory } }
    let now = now
    return state.withLock { $0.searchable(at: now) }
  }

  /// Who holds which role, as a role's list of members sees it now.
  func listable() -> Assignments {
    guard configuration.unknowns.memberListLag > .zero else { return read { $0.assignments } }
    let now = now
    return state.withLock { $0.listable(at: now) }
  }
}
