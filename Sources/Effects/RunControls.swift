import Changes
import Synchronization

/// The controls of the runs under way, by their plans' ids.
final class RunControls: Sendable {
  private let controls = Mutex<[String: RunControl]>([:])

  /// Gives a run that begins its control; one that was turned before the run began is the same.
  func control(of plan: String) -> RunControl {
    controls.withLock { controls in
      if let control = controls[plan] { return control }
      let control = RunControl()
      controls[plan] = control
      return control
    }
  }

  /// Turns the control of a run, where it is under way.
  func turn(_ plan: String, _ body: (RunControl) -> Void) {
    if let control = controls.withLock({ $0[plan] }) { body(control) }
  }

  /// Forgets a run that ended.
  func end(_ plan: String) {
    controls.withLock { $0[plan] = nil }
  }
}
