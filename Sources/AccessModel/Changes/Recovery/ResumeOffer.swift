/// What going on with a run comes to, ready to be asked about.
package struct ResumeOffer: Hashable, Sendable {
  /// The whole of the run's plan.
  package var plan: Plan
  /// What was decided about each of its changes.
  package let decisions: ResumePlan
  /// What a person has said of changes of which nobody knows, by their places.
  package let answers: [Int: ResumeDecision.Answer]

  /// What going on with a run comes to.
  ///
  /// - Parameters:
  ///   - plan: The whole of its plan.
  ///   - decisions: What was decided about each of its changes.
  ///   - answers: What a person has said of changes of which nobody knows, by their places.
  package init(
    _ plan: Plan, _ decisions: ResumePlan, answers: [Int: ResumeDecision.Answer] = [:]
  ) {
    self.plan = plan
    self.decisions = decisions
    self.answers = answers
  }

  /// What is sent, with what was so when it was planned.
  package var toSend: [PlannedChange] {
    decisions.toSend.filter(plan.changes.indices.contains).map { plan[$0] }
  }
}

extension [ResumeDecision] {
  /// What becomes of changes, in words, and of how many: each way once, in the order of its first change.
  ///
  /// - Parameter changes: The run's changes; `nil` for one whose record cannot be understood.
  package func counts(of changes: [Change?]) -> [(words: String, count: Int)] {
    var counts: [(words: String, count: Int)] = []
    var known: [String: Int] = [:]
    for (place, decision) in enumerated() {
      let change = changes.indices.contains(place) ? changes[place] : nil
      let words =
        change.map(decision.words) ?? "the journal's record of it cannot be understood"
      if let index = known[words] {
        counts[index].count += 1
      } else {
        known[words] = counts.count
        counts.append((words, 1))
      }
    }
    return counts
  }
}

extension ResumePlan {
  /// The same, where nothing is sent that another decision about the run did not send.
  ///
  /// Whoever confirmed what was shown confirmed no more than that.
  package func limited(to shown: ResumePlan) -> [ResumeDecision] {
    decisions.enumerated().map { place, decision in
      guard decision.sends else { return decision }
      guard shown.decisions.indices.contains(place) else { return .leftByPerson }
      let asked = shown.decisions[place]
      return asked.sends ? decision : asked
    }
  }
}
