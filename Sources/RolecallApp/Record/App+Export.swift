import AccessModel

extension App {
  /// Why the run in view cannot be written to files; `nil` where it can.
  var obstacleToExporting: String? {
    guard numberInView == nil else { return nil }
    return isRunInView ? "the run is not on record yet" : "no run is under the cursor"
  }

  /// Has all that is on record of the run in view written to files.
  mutating func export(_ turn: inout Turn) {
    guard let number = numberInView else { return }
    turn.perform(.exportRun(number))
    turn.note(.information, "Writing run \(number) to files …")
  }

  /// Says where a run was written to, or why it was not.
  mutating func exported(_ run: RunNumber, _ export: RunExporting, _ turn: inout Turn) {
    switch export {
    case .written(let paths):
      turn.note(.done, "Run \(run) is written to \(paths.joined(separator: " and ")).")
    case .failed(let explanation):
      turn.note(
        .problem, "Run \(run) was not written. \(explanation.problem) \(explanation.remedy)")
    }
  }
}
