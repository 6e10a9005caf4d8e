import NIOCore

/// The time that the scheduler of a tenant's calls goes by.
protocol RateLimitClock: Sendable {
  /// The time now; never earlier than before.
  func now() -> Seconds

  /// Calls a body once a time has come, on any thread.
  func wake(at time: Seconds, _ body: @escaping @Sendable () -> Void)
}

/// The clock of an event loop, whose timers cost no task.
struct EventLoopClock: RateLimitClock {
  private let loop: any EventLoop

  /// The clock of one of a group's loops.
  init(_ group: any EventLoopGroup) { loop = group.next() }

  func now() -> Seconds { Seconds(NIODeadline.now().uptimeNanoseconds) / 1e9 }

  func wake(at time: Seconds, _ body: @escaping @Sendable () -> Void) {
    let nanoseconds = UInt64(max(0, time) * 1e9)
    loop.scheduleTask(deadline: .uptimeNanoseconds(nanoseconds)) { body() }
  }
}
