import AccessModel

/// One run with its changes, for people.
struct RunDescription: Sendable {
  /// The run.
  let run: RunSummary
  /// All that is on record of its changes.
  let changes: [ChangeHistory]

  /// The run in lines for people.
  var text: String {
    let beginning = run.beginning
    let person = beginning.appliedBy
    var head: [[String]] = [
      ["Run", "\(run.id)"], ["State", run.state.rawValue], ["Begun", run.begunAt.description],
      ["By", "\(person.phrase) (as the machine says)"],
      ["Token of", person.tokenSubject ?? person.clientID ?? ""],
      ["Planned by", beginning.plannedBy.map { "\($0) (as the plan claims)" } ?? ""],
      ["Reason", beginning.reason],
    ]
    if let earlier = beginning.undoes { head.append(["Takes back", "run \(earlier)"]) }
    if let earlier = beginning.repeats { head.append(["Repeats", "run \(earlier)"]) }
    head.append(["SHA-256", beginning.planSHA256])
    head.append(["Correlation", beginning.planID])
    head += run.steps.map { ["", "\($0.at)  \($0.state.rawValue)  \($0.reason ?? "")"] }
    let rows = changes.map { change in
      let record = change.change?.record
      return [
        change.result.words, record?.kind.rawValue ?? "purged", record?.role?.name ?? "",
        record?.user?.id.rawValue ?? "", record?.user?.name ?? "",
        change.attempts.last?.answer?.requestID ?? "", change.problem ?? "",
      ]
    }
    return [
      TextTable(heads: nil, rows: head.filter { $0.last != "" }).text,
      TextTable(
        heads: ["RESULT", "CHANGE", "ROLE", "USER ID", "NAME", "REQUEST", "WHY"], rows: rows
      ).text,
    ].joined(separator: "\n\n")
  }
}
