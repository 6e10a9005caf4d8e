import AccessModel

extension App {
  /// The changes that a person decides about, where they are in view.
  package var decideScreen: DecideScreen? { path.last?.as(DecideScreen.self) }

  /// Why what was decided cannot be gone on with; `nil` where that is read.
  var obstacleToDeciding: String? {
    guard let screen = decideScreen else { return "nothing is to be decided" }
    if let obstacle = obstacleToRevisiting { return obstacle }
    return screen.answers.isEmpty ? "nothing is decided yet" : nil
  }

  /// Why nothing can be said of a change; `nil` where something can.
  var obstacleToAnswering: String? {
    decideScreen?.list.current == nil ? "no change is under the cursor" : nil
  }

  /// Reads again what is so, and what going on comes to by what was decided.
  mutating func goOnDecided(_ turn: inout Turn) {
    guard let screen = decideScreen else { return }
    revisit(
      screen.run, by: .resumePlan(screen.run, answers: screen.answers),
      "Reading what of run \(screen.run) is left to do …", &turn)
  }

  /// Takes what a person says of a change, or of all that are shown.
  mutating func answer(_ answer: ResumeDecision.Answer, ofAll isAll: Bool, _ turn: inout Turn) {
    withTop(DecideScreen.self) { $0.answer(answer, ofAll: isAll, &turn) }
  }
}
