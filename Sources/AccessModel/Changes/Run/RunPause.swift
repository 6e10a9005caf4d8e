/// Why a run stands still.
package enum RunPause: Hashable, Sendable {
  /// Somebody paused it.
  case person
  /// It paused by itself.
  case pattern(FailurePattern.Pause)

  /// Why, and what to do.
  package var explanation: Explanation {
    switch self {
    case .person: Explanation("The run is paused.", "Go on with it, or stop it.")
    case .pattern(let pause): pause.explanation
    }
  }
}
