import AccessModel

/// What to say after a run of many changes: what was read, never what was hoped.
struct RunNews {
  /// What kind of news it is.
  let kind: Notice.Kind
  /// The sentence.
  let text: String

  init(_ run: ActiveRun) {
    let outcomes = run.report?.outcomes ?? []
    func count(_ holds: (ChangeOutcome.State) -> Bool) -> Int {
      outcomes.count { holds($0.state) }
    }
    let done = count { $0 == .done }
    let already = count { $0.isSo && $0 != .done }
    let failed = count { if case .failed = $0 { true } else { $0 == .notInEffect } }
    let unknown = count { if case .unknown = $0 { true } else { false } }
    let left = outcomes.count - done - already - failed - unknown
    var sentences = ["\(run.words.short): \(done.grouped) \(run.words.past)."]
    if already > 0 { sentences.append("\(already.grouped) so already.") }
    if failed > 0 { sentences.append("\(failed.grouped) failed.") }
    if unknown > 0 { sentences.append("Of \(unknown.grouped) it is not known.") }
    if left > 0 { sentences.append("\(left.grouped) were left out.") }
    sentences += run.outcome?.differences.sentences ?? []
    if let pause = run.outcome?.pause {
      sentences.append(pause.explanation.problem)
    }
    let isWell = run.outcome?.isFulfilled ?? run.report?.isFulfilled ?? false
    kind = isWell ? .done : .problem
    text = sentences.joined(separator: " ")
  }
}
