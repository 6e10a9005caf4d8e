import Synchronization

/// Lets no time pass, and notes how much was asked for.
package final class RecordedPauses: Sendable {
  private let durations = Mutex<[Duration]>([])

  /// No pause so far.
  package init() {}

  /// What was asked for so far.
  package var all: [Duration] { durations.withLock { $0 } }

  /// Notes a pause.
  package func pause(_ duration: Duration) {
    durations.withLock { $0.append(duration) }
  }
}
