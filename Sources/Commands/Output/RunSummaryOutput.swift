import AccessModel

/// A run of the journal as JSON, with its changes where one run is asked for.
struct RunSummaryOutput: Encodable {
  private let run: RunSummary
  private let changes: [ChangeHistory]?

  init(_ run: RunSummary, changes: [ChangeHistory]? = nil) {
    self.run = run
    self.changes = changes
  }

  private enum CodingKeys: String, CodingKey {
    case run
    case state
    case begunAt = "begun_at"
    case beginning
    case steps
    case counts
    case changes
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(run.id, forKey: .run)
    try container.encode(run.state, forKey: .state)
    try container.encode(run.begunAt, forKey: .begunAt)
    try container.encode(run.beginning, forKey: .beginning)
    try container.encode(run.steps, forKey: .steps)
    let found = run.progress.found.map { ($0.key.rawValue, $0.value) }
    try container.encode(Dictionary(found) { $1 }, forKey: .counts)
    try container.encodeIfPresent(changes?.map(ChangeOutput.init), forKey: .changes)
  }

  /// All that is on record of a change.
  private struct ChangeOutput: Encodable {
    let change: ChangeHistory

    private enum CodingKeys: String, CodingKey {
      case index
      case planned
      case attempts
      case findings
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(change.index, forKey: .index)
      try container.encodeIfPresent(change.change?.record, forKey: .planned)
      try container.encode(change.attempts.map(AttemptOutput.init), forKey: .attempts)
      try container.encode(change.findings.map(FindingOutput.init), forKey: .findings)
    }
  }

  private struct AttemptOutput: Encodable {
    let intendedAt: Timestamp
    let intent: ChangeIntent
    let answeredAt: Timestamp?
    let answer: ChangeAnswer?

    init(_ attempt: ChangeHistory.Attempt) {
      intendedAt = attempt.intendedAt
      intent = attempt.intent
      answeredAt = attempt.answeredAt
      answer = attempt.answer
    }

    private enum CodingKeys: String, CodingKey {
      case intendedAt = "intended_at"
      case intent
      case answeredAt = "answered_at"
      case answer
    }
  }

  private struct FindingOutput: Encodable {
    let at: Timestamp
    let finding: ChangeFinding

    init(_ finding: ChangeHistory.Finding) {
      at = finding.at
      self.finding = finding.finding
    }
  }
}
