import AccessModel
import Synchronization

/// Lets the calls of a tenant wait for their turns, as a ``RateLimitSchedule`` has it.
final class RateLimitScheduler: Sendable {
  /// That a call's turn will not come as soon as its caller needs it.
  struct TooLate: Error, Hashable {
    /// How long it would take from now.
    let delay: Seconds
  }

  private struct State {
    var schedule = RateLimitSchedule()
    var callers: [Int: Caller] = [:]
    /// Who gave up before having begun to wait.
    var cancelled: Set<Int> = []
    /// The turns whose answers have not come.
    var open: Set<Int> = []
    var lastID = 0
    /// When the next timer goes off.
    var alarm: Seconds?
  }

  private struct Caller {
    let call: RateLimitSchedule.Call
    let deadline: Seconds
    let continuation: CheckedContinuation<RateLimitSchedule.Turn, any Error>
  }

  private let clock: any RateLimitClock
  private let state = Mutex(State())

  /// A scheduler that knows nothing yet about its tenant.
  init(clock: any RateLimitClock) { self.clock = clock }

  /// How many calls wait for their turns.
  var waiting: Int { state.withLock { $0.schedule.waiting } }

  /// How many calls come back a second to the bucket of an operation; `nil` where it is not known.
  func refillPerSecond(of operation: Operation) -> Double? {
    state.withLock { $0.schedule.refillPerSecond(of: operation) }
  }

  /// The time now, from which patience counts.
  func now() -> Seconds { clock.now() }

  /// A turn at once, whatever is left: for whoever would rather be refused than wait.
  func turnNow(
    for operation: Operation, priority: CallPriority, share: Int
  ) -> RateLimitSchedule.Turn {
    let now = clock.now()
    return state.withLock { state in
      state.lastID += 1
      state.open.insert(state.lastID)
      let call = RateLimitSchedule.Call(
        id: state.lastID, operation: operation, priority: priority, share: share)
      return state.schedule.force(call, at: now)
    }
  }

  /// Waits for a turn.
  ///
  /// - Parameter deadline: When the caller needs it, on this scheduler's clock.
  /// - Throws: ``TooLate`` as soon as it is known not to come by then; `CancellationError` at once
  ///   where the task is cancelled.
  func turn(
    for operation: Operation, priority: CallPriority, share: Int, deadline: Seconds
  ) async throws -> RateLimitSchedule.Turn {
    let call = state.withLock { state in
      state.lastID += 1
      return RateLimitSchedule.Call(
        id: state.lastID, operation: operation, priority: priority, share: share)
    }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        wait(Caller(call: call, deadline: deadline, continuation: continuation))
      }
    } onCancel: {
      let caller = state.withLock { state -> Caller? in
        guard let caller = state.callers.removeValue(forKey: call.id) else {
          state.cancelled.insert(call.id)
          return nil
        }
        state.schedule.withdraw(call)
        return caller
      }
      caller?.continuation.resume(throwing: CancellationError())
    }
  }

  /// Takes in what the answer to a call says about the limit; no more than once for each turn.
  func take(_ reading: RateLimitReading, for turn: RateLimitSchedule.Turn) {
    let now = clock.now()
    let isOpen = state.withLock { state in
      guard state.open.remove(turn.call.id) != nil else { return false }
      state.schedule.take(reading, for: turn, at: now)
      return true
    }
    if isOpen { pump() }
  }

  /// Ends a turn whose call came to no answer; does nothing where its answer was taken in.
  func lose(_ turn: RateLimitSchedule.Turn) {
    let isOpen = state.withLock { state in
      guard state.open.remove(turn.call.id) != nil else { return false }
      state.schedule.lose(turn)
      return true
    }
    if isOpen { pump() }
  }

  private func wait(_ caller: Caller) {
    let now = clock.now()
    let refusal = state.withLock { state -> (any Error)? in
      if state.cancelled.remove(caller.call.id) != nil { return CancellationError() }
      if let time = state.schedule.isBeyond(caller.deadline, caller.call, at: now) {
        return TooLate(delay: time - now)
      }
      state.callers[caller.call.id] = caller
      state.schedule.add(caller.call)
      return nil
    }
    if let refusal {
      caller.continuation.resume(throwing: refusal)
      return
    }
    pump()
    let isWaiting = state.withLock { $0.callers[caller.call.id] != nil }
    if isWaiting, caller.deadline < .infinity {
      clock.wake(at: caller.deadline) { [weak self] in self?.giveUp(caller.call) }
    }
  }

  private func giveUp(_ call: RateLimitSchedule.Call) {
    let caller = state.withLock { state -> Caller? in
      guard let caller = state.callers.removeValue(forKey: call.id) else { return nil }
      state.schedule.withdraw(call)
      return caller
    }
    caller?.continuation.resume(throwing: TooLate(delay: 1))
  }

  /// Gives all turns that are due, and sets the timer for the next.
  private func pump() {
    let now = clock.now()
    var granted: [(Caller, RateLimitSchedule.Turn)] = []
    let alarm = state.withLock { state -> Seconds? in
      while true {
        let (turn, askAt) = state.schedule.next(at: now)
        if let turn {
          state.open.insert(turn.call.id)
          if let caller = state.callers.removeValue(forKey: turn.call.id) {
            granted.append((caller, turn))
          }
          continue
        }
        guard let askAt, askAt < state.alarm ?? .infinity else { return nil }
        state.alarm = askAt
        return askAt
      }
    }
    if let alarm {
      clock.wake(at: alarm) { [weak self] in
        self?.state.withLock { if $0.alarm == alarm { $0.alarm = nil } }
        self?.pump()
      }
    }
    for (caller, turn) in granted { caller.continuation.resume(returning: turn) }
  }
}
