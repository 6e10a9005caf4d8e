import AccessModel

/// One run with its changes, for standard output.
struct RunDescription: Sendable {
  /// The run.
  let run: RunSummary
  /// All that is on record of its changes.
  let changes: [ChangeHistory]

  /// The run in lines for people.
  var text: String {
    let beginning = run.beginning
    var head = [
      ["Run", "\(run.id)"], ["State", run.state.rawValue], ["Begun", run.begunAt.description],
      ["By", "\(beginning.appliedBy.phrase) (as the machine says)"],
      ["Token of", beginning.appliedBy.tokenSubject ?? beginning.appliedBy.clientID ?? ""],
      ["Planned by", beginning.plannedBy.map { "\($0) (as the plan claims)" } ?? ""],
      ["Reason", beginning.reason],
      ["Takes back", beginning.undoes.map { "run \($0)" } ?? ""],
      ["SHA-256", beginning.planSHA256], ["Correlation", beginning.planID],
    ]
    head += run.steps.map { ["", "\($0.at)  \($0.state.rawValue)  \($0.reason ?? "")"] }
    let rows = changes.map { change in
      let record = change.change?.record
      return [
        change.word, record?.kind.rawValue ?? "purged", record?.role?.name ?? "",
        record?.user?.id.rawValue ?? "", record?.user?.name ?? "",
        change.attempts.last?.answer?.requestID ?? "", change.problem,
      ]
    }
    return [
      TextTable(heads: nil, rows: head.filter { $0.last != "" }).text,
      TextTable(
        heads: ["RESULT", "CHANGE", "ROLE", "USER ID", "NAME", "REQUEST", "WHY"], rows: rows
      ).text,
    ].joined(separator: "\n\n")
  }

  /// The run as a JSON object.
  var json: String {
    get throws { try JSONOutput(RunSummaryOutput(run, changes: changes)).text }
  }
}

extension ChangeHistory {
  /// What became of it, in a word or two.
  var word: String {
    if let state = findings.last?.finding.state {
      return state.rawValue.replacing("_", with: " ")
    }
    if wasAccepted { return "accepted" }
    if attempts.isEmpty { return "not sent" }
    return attempts.contains(where: \.isUncertain) ? "not known" : "refused"
  }

  /// What went wrong; empty where nothing did.
  var problem: String {
    findings.last?.finding.problem ?? attempts.last?.answer?.problem ?? ""
  }
}
