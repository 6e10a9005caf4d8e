import AccessModel

/// A plan that was not confirmed yet, and where it comes from.
struct PlanDraft: Sendable {
  /// The plan.
  var plan: Plan
  /// The SHA-256 of its file; `nil` where it has none.
  var sha256: String?
  /// Who planned it, as its file claims; `nil` where it was who runs it.
  var plannedBy: String?
  /// The run that it takes back; `nil` where it takes back none.
  var undoes: RunNumber?
  /// The run whose failures it repeats; `nil` where it repeats none.
  var repeats: RunNumber?
  /// What to say before the preview.
  var notes: [String]

  /// A draft.
  init(
    _ plan: Plan, sha256: String? = nil, plannedBy: String? = nil, undoes: RunNumber? = nil,
    repeats: RunNumber? = nil, notes: [String] = []
  ) {
    self.plan = plan
    self.sha256 = sha256
    self.plannedBy = plannedBy
    self.undoes = undoes
    self.repeats = repeats
    self.notes = notes
  }
}
