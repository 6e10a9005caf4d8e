import AccessModel
import Canvas

extension Action {
  /// What keys do on a run.
  static let onRuns: [Action] = [
    Action(
      .pauseRun, "Pause the run, or go on with it", hint: "pause", keys: [.character("p")],
      in: [.run], obstacle: { $0.obstacleToRun }),
    Action(
      .stopRun, "Stop the run for good, after what is on its way", hint: "stop after this",
      keys: [.character("x")], in: [.run], obstacle: { $0.obstacleToRun }),
    Action(
      .endAccessOfMany, "End the sessions of those who lost something by it",
      keys: [.character("X")], isDanger: true, in: [.run],
      obstacle: { $0.obstacleToEndingAccessOfMany }),
    Action(
      .showTrouble, "Show only what did not come to pass, or everything", hint: "failed only",
      keys: [.character("f")], in: [.run]),
  ]
}
