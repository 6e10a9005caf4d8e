import AccessModel
import FoundationEssentials

/// What a run came to, as one JSON object.
struct RunOutput: Encodable {
  let outcome: RunOutcome

  init(_ outcome: RunOutcome) { self.outcome = outcome }

  private enum CodingKeys: String, CodingKey {
    case run
    case plan = "plan_id"
    case tenant
    case state
    case isFulfilled = "fulfilled"
    case reason
    case pausedBecause = "paused_because"
    case counts
    case changes
    case differences
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    let plan = outcome.plan
    try container.encode(outcome.number, forKey: .run)
    try container.encode(plan.id, forKey: .plan)
    try container.encode(plan.tenant.domain, forKey: .tenant)
    try container.encode(outcome.state, forKey: .state)
    try container.encode(outcome.isFulfilled, forKey: .isFulfilled)
    try container.encode(plan.reason, forKey: .reason)
    try container.encodeIfPresent(outcome.pause?.explanation.problem, forKey: .pausedBecause)
    var counts: [String: Int] = [:]
    for outcome in outcome.report.outcomes { counts[outcome.state.name, default: 0] += 1 }
    try container.encode(counts, forKey: .counts)
    let changes = zip(outcome.report.outcomes, plan.before).map(ChangeOutput.init)
    try container.encode(changes, forKey: .changes)
    try container.encode(outcome.differences.sentences, forKey: .differences)
  }

  /// A change in the form of plan files, and what became of it.
  private struct ChangeOutput: Encodable {
    let outcome: ChangeOutcome
    let before: HeldBefore

    private enum CodingKeys: String, CodingKey {
      case result
      case problem
    }

    func encode(to encoder: any Encoder) throws {
      try ChangeRecord(outcome.change, before: before, includesEmail: true).encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(outcome.state.name, forKey: .result)
      let problem = outcome.state.reason(for: outcome.change)
      if !problem.isEmpty { try container.encode(problem, forKey: .problem) }
    }
  }
}
