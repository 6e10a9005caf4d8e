/// A value as it is seen a while after it changed, for reads that the real API answers from a copy.
///
/// Only what is not seen yet is kept: without a lag, and once everybody sees the same, nothing.
struct Lagging<Value: Sendable>: Sendable {
  /// One change, to be made again to the copy.
  typealias Change = @Sendable (inout Value) -> Void

  private let milliseconds: Int64
  private var copy: Value?
  private var waiting: [(due: Timestamp, change: Change)] = []

  init(by lag: Duration) {
    milliseconds = lag.milliseconds
  }

  /// Whether changes are seen at all later than they are made.
  var isLagging: Bool { milliseconds > 0 }

  /// Takes note of a change that `current` is about to see.
  mutating func note(_ change: @escaping Change, to current: Value, at now: Timestamp) {
    guard isLagging else { return }
    if copy == nil { copy = current }
    waiting.append((Timestamp(milliseconds: now.milliseconds + milliseconds), change))
  }

  /// What is seen now, where `current` is the truth.
  mutating func seen(_ current: Value, at now: Timestamp) -> Value {
    guard var copy else { return current }
    let due = waiting.prefix { $0.due <= now }
    for (_, change) in due { change(&copy) }
    waiting.removeFirst(due.count)
    self.copy = waiting.isEmpty ? nil : copy
    return waiting.isEmpty ? current : copy
  }
}

extension Duration {
  /// Whole milliseconds; what is left of one is dropped.
  var milliseconds: Int64 {
    let (seconds, attoseconds) = components
    return seconds * 1000 + attoseconds / 1_000_000_000_000_000
  }
}
