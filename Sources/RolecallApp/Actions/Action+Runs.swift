import AccessModel
import Canvas

extension Action {
  /// What keys do on a run.
  static let onRuns: [Action] = [
    Action(
      .openRun, "Open the run: what became of each of its changes", hint: "open",
      keys: [.enter, .character("l")], in: [.changes],
      obstacle: { $0.runOnRecord == nil ? "no run is under the cursor" : nil }),
    Action(
      .pauseRun, "Pause the run, or go on with it", hint: "pause", keys: [.character("p")],
      in: [.run], obstacle: { $0.obstacleToRun }),
    Action(
      .stopRun, "Stop the run for good, after what is on its way; it takes the key twice",
      hint: "stop", keys: [.character("x")], in: [.run], obstacle: { $0.obstacleToRun }),
    Action(
      .endAccessOfMany, "End the sessions of those who lost something by it",
      keys: [.character("X")], isDanger: true, in: [.run],
      obstacle: { $0.obstacleToEndingAccessOfMany }),
    Action(
      .showTrouble, "Show only what failed, or everything", hint: "failed only",
      keys: [.character("f")], in: [.run, .record]),
    Action(
      .retryRun, "Retry: ask about sending again what was never accepted", hint: "retry failed",
      keys: [.character("r")], in: [.run, .changes, .record],
      obstacle: { $0.obstacleToRetrying }),
    Action(
      .resumeRun, "Go on with a run that was paused or interrupted", hint: "go on",
      keys: [.character("o")], in: [.run, .changes, .record],
      obstacle: { $0.obstacleToResuming }),
    Action(
      .exportRun, "Write the run to files, as CSV and as JSON", hint: "export",
      keys: [.character("e")], in: [.run, .changes, .record],
      obstacle: { $0.obstacleToExporting }),
    Action(
      .goToChanges, "To the changes made from here", hint: "all runs", keys: [.character("4")],
      in: [.run, .record]),
  ]
}
