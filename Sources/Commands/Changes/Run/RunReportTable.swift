import AccessModel

/// What a run came to, for people: what did not hold by name, and how to go on.
struct RunReportTable: Sendable {
  /// What it came to.
  let outcome: RunOutcome

  /// Up to how many changes each one is listed, rather than those alone that are not as they should be.
  static let listLimit = 100

  /// The table, a line a change; empty where none is to be listed.
  var table: String {
    let outcomes = outcome.report.outcomes
    let listed = outcomes.count <= Self.listLimit ? outcomes : outcomes.filter { !$0.state.isSo }
    guard !listed.isEmpty else { return "" }
    let rows = listed.map { outcome in
      [
        outcome.state.word, outcome.change.kind.rawValue, outcome.change.role?.displayName ?? "",
        outcome.change.user?.id.rawValue ?? "", outcome.change.user?.displayName ?? "",
        outcome.state.reason(for: outcome.change),
      ]
    }
    return TextTable(
      heads: ["RESULT", "CHANGE", "ROLE", "USER ID", "NAME", "WHY"], rows: rows
    ).text
  }

  /// What it came to, in sentences.
  var sentences: [String] {
    var counts = [("done", outcome.count { $0 == .done })]
    counts.append(
      (
        "so already",
        outcome.count { state in
          switch state {
          case .alreadySo, .soMeanwhile: true
          case .done, .notInEffect, .failed, .unknown, .leftOut, .notSent: false
          }
        }
      ))
    counts.append(("not in effect", outcome.count { $0 == .notInEffect }))
    counts.append(("failed", outcome.count { if case .failed = $0 { true } else { false } }))
    counts.append(("not known", outcome.count { if case .unknown = $0 { true } else { false } }))
    counts.append(("left out", outcome.count { if case .leftOut = $0 { true } else { false } }))
    counts.append(("not sent", outcome.count { $0 == .notSent }))
    let told = counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
    let total = outcome.plan.changes.count.counted("change")
    return ["Run \(outcome.number): \(total): \(told)."] + outcome.differences.sentences
  }

  /// What to run next, by what it came to.
  var whatNext: [String] {
    if outcome.state.canGoOn {
      var lines = ["To go on: rolecall resume \(outcome.number)"]
      if let pause = outcome.pause {
        lines.insert("\(pause.explanation.problem) \(pause.explanation.remedy)", at: 0)
      }
      return lines
    }
    let done = outcome.report.outcomes.filter { $0.state == .done }.map(\.change)
    var lines: [String] = []
    if outcome.count(where: \.canBeRepeated) > 0 {
      lines.append("To repeat what was not accepted: rolecall retry \(outcome.number)")
    }
    guard !done.isEmpty else { return lines }
    if done.contains(where: { $0.inverse(before: .held(!$0.grants)).change != nil }) {
      lines.append("To take it back: rolecall undo \(outcome.number)")
    }
    return lines + Self.accessOffer(done)
  }

  /// Offered after a removal, never done by itself.
  private static func accessOffer(_ done: [Change]) -> [String] {
    var seen: Set<UserID> = []
    let users = done.filter { !$0.grants && $0.kind != .revokeAccess }.compactMap { $0.user?.id }
      .filter { seen.insert($0).inserted }
    guard !users.isEmpty, users.count <= 5 else {
      return users.isEmpty ? [] : ["Sessions were not ended: rolecall revoke-access ends them."]
    }
    let named = users.map { "--user \(ShellWord($0.rawValue).text)" }.joined(separator: " ")
    return [
      "Sessions were not ended, and access tokens already issued live on until they end.",
      "To end sessions and refresh tokens: rolecall revoke-access \(named)",
    ]
  }

  /// The status that a command ends with.
  ///
  /// - Parameter wasInterrupted: Whether a signal ended the run.
  func status(wasInterrupted: Bool) -> Int32 {
    if wasInterrupted, outcome.state.canGoOn { return CommandFailure.interrupted }
    if outcome.isFulfilled { return 0 }
    let refused = outcome.report.outcomes.contains { outcome in
      let code = outcome.state.error?.code
      return code == .unauthorized || code == .forbidden
    }
    return refused ? CommandFailure.refused : 1
  }
}

extension ChangeOutcome.State {
  /// What became of a change, in a word or two.
  var word: String {
    switch self {
    case .done: "done"
    case .alreadySo: "so already"
    case .soMeanwhile: "so meanwhile"
    case .notInEffect: "not in effect"
    case .failed: "failed"
    case .unknown: "not known"
    case .leftOut: "left out"
    case .notSent: "not sent"
    }
  }

  /// What became of a change, as JSON names it.
  var name: String { word.replacing(" ", with: "_") }

  /// Whether nothing says that the tenant accepted it, and it is not so.
  var canBeRepeated: Bool {
    switch self {
    case .failed, .unknown, .notSent, .leftOut(.refused): true
    case .done, .alreadySo, .soMeanwhile, .notInEffect, .leftOut: false
    }
  }

  /// Why it is not as it should be; empty where it is.
  func reason(for change: Change) -> String {
    switch self {
    case .done, .alreadySo, .notSent: ""
    case .notInEffect: "accepted, and the tenant still shows the old state after 12 seconds"
    case .soMeanwhile(let error): "refused (\(error.sentence)), and so by somebody else"
    case .failed(let error), .unknown(let error): error.sentence
    case .leftOut(let decision): decision.words(for: change)
    }
  }
}

extension APIError {
  /// What failed, to stand in a table.
  var sentence: String {
    let status = status.map { "status \($0)" }
    let words = [message ?? detail, status].compactMap(\.self).joined(separator: ", ")
    return "could not \(operation.purpose)" + (words.isEmpty ? "" : ": \(words)")
  }
}
