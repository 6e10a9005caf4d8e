import AccessModel
import Synchronization

/// A clock that goes backwards, an hour at each look.
final class Countdown: Sendable {
  private let time = Mutex<Int64>(1_764_000_000_000)

  func earlier() -> Timestamp {
    time.withLock { time in
      time -= 3_600_000
      return Timestamp(milliseconds: time)
    }
  }
}
