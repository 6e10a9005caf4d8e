/// A part of a run that is carried out and verified before the next one begins.
package struct RunStage: Hashable, Sendable {
  /// The places in the plan of its changes.
  package var places: Range<Int>
  /// Whether the run goes on only where all of it is seen to hold.
  package var isTrial: Bool

  /// A stage.
  package init(places: Range<Int>, isTrial: Bool) {
    self.places = places
    self.isTrial = isTrial
  }

  /// From how many changes on the first few are tried.
  package static let trialThreshold = 100
  /// How many are tried.
  package static let trialCount = 5

  /// The stages of a plan: of more than 100 changes the first 5 are verified before the rest is sent.
  package static func stages(of count: Int) -> [RunStage] {
    guard count > trialThreshold else {
      return count > 0 ? [RunStage(places: 0..<count, isTrial: false)] : []
    }
    return [
      RunStage(places: 0..<trialCount, isTrial: true),
      RunStage(places: trialCount..<count, isTrial: false),
    ]
  }

  /// Whether a run may go on after what became of the stage's changes.
  ///
  /// What was so already proves nothing, and hinders nothing.
  package func allowsRest(after outcomes: some Sequence<ChangeOutcome.State>) -> Bool {
    guard isTrial else { return true }
    return outcomes.allSatisfy(\.isSo)
  }
}
