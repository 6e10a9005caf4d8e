import Dispatch
import Glibc

/// Lets a command end in order when it is interrupted or asked to end.
final class EndSignals {
  private let sources: [any DispatchSourceSignal]

  /// Calls `end`, on a thread of its own, at the first SIGINT or SIGTERM; a second one ends the
  /// process at once.
  init(_ end: @escaping @Sendable () -> Void) {
    sources = [SIGINT, SIGTERM].map { number in
      // What is ignored still reaches the source, and no more ends the process.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        signal(number, SIG_DFL)
        end()
      }
      source.resume()
      return source
    }
  }

  /// Gives the signals back their usual meaning.
  func stop() {
    for source in sources { source.cancel() }
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
  }
}
