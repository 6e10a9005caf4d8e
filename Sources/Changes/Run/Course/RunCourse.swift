import AccessModel
import ManagementAPI
import Synchronization

/// One run while this process carries it out.
final class RunCourse: Sendable {
  let engine: ChangeEngine
  let writer: any AccessWriting
  let plan: Plan
  let record: OpenRun
  let control: RunControl
  let truthReader: TruthReader
  let slots: CallSlots
  /// When this process took it up.
  let began: Timestamp
  private let tally: Mutex<RunTally>
  private let tell: @Sendable (RunUpdate) -> Void

  init(
    engine: ChangeEngine, writer: any AccessWriting, plan: Plan, record: OpenRun,
    attempts: [Int]? = nil, control: RunControl, tell: @escaping @Sendable (RunUpdate) -> Void
  ) {
    self.engine = engine
    self.writer = writer
    self.plan = plan
    self.record = record
    self.control = control
    self.tell = tell
    began = engine.now()
    slots = CallSlots(engine.inFlight)
    truthReader = TruthReader(reader: engine.reader, slots: slots, inFlight: engine.inFlight)
    tally = Mutex(RunTally(plan, attempts: attempts))
  }

  // MARK: - What is known, and told

  /// Reads or changes how the run stands.
  func withTally<Value: Sendable>(_ body: (inout RunTally) -> Value) -> Value {
    tally.withLock { body(&$0) }
  }

  /// Tells how it stands; where that was told just now, only if it matters.
  func report(isUrgent: Bool = false) {
    let pause = control.pausedBecause
    tally.withLock { tally in
      // Within the lock, so that updates come in their order.
      if let update = tally.update(number: record.number, pause: pause, isUrgent: isUrgent) {
        tell(update)
      }
    }
  }

  func enter(_ phase: RunPhase) {
    withTally { $0.phase = phase }
    report(isUrgent: true)
  }

  /// Takes what became of changes, puts it on record and tells it.
  func settle(_ states: [(place: Int, state: ChangeOutcome.State)]) async {
    guard !states.isEmpty else { return }
    let now = engine.now()
    let findings = withTally { tally in
      states.map { place, state in
        tally.settle(place, state, at: now)
        let subject = tally.plan.changes[place].subject
        var finding = ChangeFinding(
          place, state, after: tally.truth[subject]?.value ?? .notRead,
          change: tally.plan.changes[place])
        finding.logID = tally.log[place]
        return finding
      }
    }
    report()
    await persist { try await $0.record(findings) }
  }

  /// Notes what failed, and pauses the run where that is a pattern.
  func note(_ state: ChangeOutcome.State) {
    if let pause = withTally({ $0.pattern.note(state) }) { control.pause(.pattern(pause)) }
  }

  // MARK: - Standing still

  /// Waits while the run stands still, which is on record meanwhile.
  ///
  /// - Returns: Whether something may leave.
  func mayGoOn() async -> Bool {
    if control.isOpen, !Task.isCancelled { return withTally { $0.failure == nil } }
    if control.end == nil, let pause = control.pausedBecause {
      await stand(.paused, because: pause.explanation.problem)
      report(isUrgent: true)
    }
    guard await control.mayGoOn() else { return false }
    withTally { $0.forgetAhead() }
    await stand(.open, because: nil)
    report(isUrgent: true)
    return withTally { $0.failure == nil }
  }

  private func stand(_ state: RunState, because reason: String?) async {
    let isNew = withTally { tally in
      defer { tally.isPausedOnRecord = state == .paused }
      if state == .open, tally.isPausedOnRecord { tally.pattern = FailurePattern() }
      return tally.isPausedOnRecord != (state == .paused)
    }
    guard isNew else { return }
    do {
      try await record.step(
        state, reason: reason, by: state == .open ? engine.person : nil)
    } catch {
      // A full disk is why it stands still; that it does can be told without the record.
      if error.code != .diskFull { fail(error) }
    }
  }

  // MARK: - The record

  /// Puts something on record; a full disk pauses the run until there is room.
  ///
  /// - Returns: Whether it is on record.
  @discardableResult
  func persist(
    _ write: (OpenRun) async throws -> Void
  ) async -> Bool {
    while true {
      do {
        try await write(record)
        return true
      } catch {
        let error = JournalError(error, path: "")
        guard error.code == .diskFull, control.end == nil, !Task.isCancelled else {
          fail(error)
          return false
        }
        control.pause(.pattern(.diskFull))
        report(isUrgent: true)
        guard await control.mayGoOn() else {
          fail(error)
          return false
        }
      }
    }
  }

  private func fail(_ error: JournalError) {
    withTally { if $0.failure == nil { $0.failure = error } }
  }
}

extension ChangeFinding {
  /// What became of a change, as the journal keeps it.
  init(_ place: Int, _ state: ChangeOutcome.State, after: HeldBefore, change: Change) {
    self.init(change: place, state: .done, after: ChangeReading(after))
    switch state {
    case .done, .leftOut(.recorded): self.state = .done
    case .alreadySo, .leftOut(.alreadySo): self.state = .alreadySo
    case .soMeanwhile(let error):
      self.state = .alreadySo
      problem = "refused, and made so by somebody else: \(error.recordSentence)"
    case .notInEffect: self.state = .notInEffect
    case .failed(let error): (self.state, problem) = (.failed, error.recordSentence)
    case .unknown(let error): (self.state, problem) = (.unknown, error.recordSentence)
    case .leftOut(.recordedUnread(let error)):
      (self.state, problem) = (.unknown, error.recordSentence)
    case .leftOut(.soWithUncertainFate), .leftOut(.askLog), .leftOut(.askPerson):
      (self.state, problem) = (.unknown, state.words(for: change))
    case .leftOut, .notSent: (self.state, problem) = (.skipped, state.words(for: change))
    }
  }
}

extension ChangeOutcome.State {
  fileprivate func words(for change: Change) -> String? {
    if case .leftOut(let decision) = self { decision.words(for: change) } else { nil }
  }
}

extension APIError {
  /// What went wrong, for the record: never the tenant's own words, which may hold an address.
  var recordSentence: String {
    "could not \(operation.purpose): \(code.rawValue)\(status.map { ", status \($0)" } ?? "")"
  }
}
