/// What is on record of a run before anything is sent.
package struct RunBeginning: Hashable, Sendable, Codable {
  /// What names the run in the tenant's log: the plan's id, which begins each correlation id.
  package var planID: String
  /// The SHA-256 of the plan, in hexadecimal; a plan is applied once.
  package var planSHA256: String
  /// Why, in somebody's own words; empty where nobody said.
  package var reason: String
  /// Who planned it, as the plan says, which is a claim; `nil` where it was who applied it.
  package var plannedBy: String?
  /// Who applied it.
  package var appliedBy: RunOperator
  /// How many changes it has.
  package var changeCount: Int
  /// The run that it takes back, where it is an undo.
  package var undoes: RunNumber?
  /// The run whose failures it repeats, where it repeats any.
  package var repeats: RunNumber?

  /// A beginning from its parts; the changes are counted when it is put on record.
  package init(
    planID: String, planSHA256: String, reason: String = "", plannedBy: String? = nil,
    appliedBy: RunOperator, undoes: RunNumber? = nil, repeats: RunNumber? = nil
  ) {
    self.planID = planID
    self.planSHA256 = planSHA256
    self.reason = reason
    self.plannedBy = plannedBy
    self.appliedBy = appliedBy
    self.changeCount = 0
    self.undoes = undoes
    self.repeats = repeats
  }

  private enum CodingKeys: String, CodingKey {
    case planID = "plan_id"
    case planSHA256 = "plan_sha256"
    case reason
    case plannedBy = "planned_by"
    case appliedBy = "applied_by"
    case changeCount = "changes"
    case undoes
    case repeats
  }
}
