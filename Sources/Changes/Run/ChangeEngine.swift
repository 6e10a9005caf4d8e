package import AccessModel
package import ManagementAPI

/// Carries out plans: each change is on record before it leaves, and is read again afterwards.
///
/// What to do is decided by values of `AccessModel`; this reads, writes, waits and puts on record.
package struct ChangeEngine: Sendable {
  /// How many calls are under way at once, unless said: what 50 a second need where each takes half a
  /// second.
  package static let callsAtOnce = 24

  /// The tenant and the token's rights.
  package let session: Session
  /// Reads the truth.
  package let reader: any AccessReading
  let writer: (any AccessWriting)?
  let journal: Journal?
  let person: RunOperator
  let inFlight: Int
  let pause: @Sendable (Duration) async throws -> Void
  let now: @Sendable () -> Timestamp

  /// An engine for one tenant.
  ///
  /// - Parameters:
  ///   - session: The tenant and the token's rights.
  ///   - reader: Reads the truth, and waits for the rate limit meanwhile.
  ///   - writer: Makes changes, and waits for the rate limit; `nil` where the session may only read.
  ///   - journal: Where runs are put on record; without one no run begins.
  ///   - person: Who runs it.
  ///   - inFlight: How many calls may be under way at once.
  ///   - pause: Lets time pass; throws when the task is cancelled.
  ///   - now: This machine's clock.
  package init(
    session: Session, reader: any AccessReading, writer: (any AccessWriting)?, journal: Journal?,
    person: RunOperator, inFlight: Int = Self.callsAtOnce,
    pause: @escaping @Sendable (Duration) async throws -> Void,
    now: @escaping @Sendable () -> Timestamp
  ) {
    self.session = session
    self.reader = reader
    self.writer = session.isReadOnly ? nil : writer
    self.journal = journal
    self.person = person
    self.inFlight = max(1, inFlight)
    self.pause = pause
    self.now = now
  }
}

extension ChangeEngine {
  /// Reads what a plan costs.
  ///
  /// Everything about its users for up to 50, or where `fully` says so; above, what concerns its roles.
  /// What cannot be read is unknown.
  ///
  /// - Throws: `CancellationError` alone.
  package func facts(for plan: Plan, fully: Bool = false) async throws -> PlanFacts {
    try await PlanFactsReader(session: session, api: reader, inFlight: inFlight)
      .facts(for: plan, fully: fully)
  }
}
