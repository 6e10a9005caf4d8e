/// All that is on record of a change as a JSON object.
struct ExportedChange: Encodable {
  private let change: ChangeHistory

  init(_ change: ChangeHistory) {
    self.change = change
  }

  private enum CodingKeys: String, CodingKey {
    case index
    case planned
    case result
    case problem
    case attempts
    case findings
    case logID = "log_id"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(change.index, forKey: .index)
    try container.encodeIfPresent(change.change?.record, forKey: .planned)
    try container.encode(change.result, forKey: .result)
    try container.encodeIfPresent(change.problem, forKey: .problem)
    try container.encode(change.attempts.map(Attempt.init), forKey: .attempts)
    try container.encode(change.findings.map(Finding.init), forKey: .findings)
    try container.encodeIfPresent(change.logID, forKey: .logID)
  }

  private struct Attempt: Encodable {
    let attempt: ChangeHistory.Attempt

    private enum CodingKeys: String, CodingKey {
      case intendedAt = "intended_at"
      case intent
      case answeredAt = "answered_at"
      case answer
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(attempt.intendedAt, forKey: .intendedAt)
      try container.encode(attempt.intent, forKey: .intent)
      try container.encodeIfPresent(attempt.answeredAt, forKey: .answeredAt)
      try container.encodeIfPresent(attempt.answer, forKey: .answer)
    }
  }

  private struct Finding: Encodable {
    let at: Timestamp
    let finding: ChangeFinding

    init(_ finding: ChangeHistory.Finding) {
      at = finding.at
      self.finding = finding.finding
    }
  }
}
