import AccessModel
import Glibc
import Synchronization

/// When the program ends itself.
enum End: String {
  /// It does not.
  case never
  /// While something is about to be put on record.
  case recording
  /// When an intent is on disk, and its request has not left.
  case intended
  /// When the request has left, or is about to.
  case sent
  /// When the answer came, and nobody has looked at it.
  case applied
  /// When the answer is about to be put on record.
  case answered
  /// When what was made is about to be read again.
  case verifying
}

/// Counts how often the program came by its end, and ends it there.
final class Moments: Sendable {
  private struct State {
    var left: Int
    var hasAnswered = false
  }

  private let end: End
  private let state: Mutex<State>

  /// The so-manieth moment of a kind, counted from 1.
  init(_ end: End, number: Int) {
    self.end = end
    state = Mutex(State(left: number))
  }

  /// What happens.
  enum Event {
    case record
    case send
    case leave
    case answer
  }

  func note(_ event: Event) {
    switch (event, end) {
    case (.record, .recording), (.send, .intended), (.leave, .sent), (.answer, .applied): count()
    case (.answer, .answered): state.withLock { $0.hasAnswered = true }
    case (.record, .answered) where state.withLock { $0.hasAnswered }: count()
    case (.record, _), (.send, _), (.leave, _), (.answer, _): break
    }
  }

  func note(_ phase: RunPhase) {
    if phase == .verifying, end == .verifying { count() }
  }

  private func count() {
    let isOver = state.withLock { state in
      state.left -= 1
      return state.left == 0
    }
    if isOver { kill(getpid(), SIGKILL) }
  }
}
