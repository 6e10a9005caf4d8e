import AccessModel
import Glibc
import Synchronization

/// Shows on standard error how far a run has come, where that is a terminal; elsewhere nothing.
final class RunProgressBar: Sendable {
  private struct State {
    var limit: RateLimit?
    var isShown = false
  }

  private let state = Mutex(State())
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let share: Int
  private let now: @Sendable () -> Timestamp

  /// A bar that shows nothing yet, of a run that takes so much of the rate limit, in percent.
  init(share: Int, now: @escaping @Sendable () -> Timestamp) {
    self.share = share
    self.now = now
  }

  /// Takes what the tenant says about its rate limit.
  func note(_ limit: RateLimit) { state.withLock { $0.limit = limit } }

  /// Shows how a run stands.
  func show(_ update: RunUpdate) {
    guard isTerminal else { return }
    state.withLock { state in
      let line = RunProgressLine(update, limit: state.limit, share: share, now: now())
      var columns = winsize()
      let width = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &columns) == 0 ? Int(columns.ws_col) : 80
      Self.write("\r\(line.text.prefix(max(10, width - 1)))\u{1B}[K")
      state.isShown = true
    }
  }

  /// Takes the bar away, so that what is printed next begins a line.
  func clear() {
    state.withLock { state in
      guard state.isShown else { return }
      Self.write("\r\u{1B}[K")
      state.isShown = false
    }
  }

  private static func write(_ text: String) {
    var stream = StandardError()
    stream.write(text)
  }
}
