/// A run of a plan, as the journal has it.
package struct RunRecord: Hashable, Sendable, Identifiable {
  /// Where a run stands.
  package enum State: String, Hashable, Sendable, CaseIterable {
    /// Its plan is on record, and nothing was sent.
    case planned
    /// A process carries it out, or did until it was killed.
    case running
    /// It stands still until a person goes on.
    case paused
    /// It was broken off, and can be resumed.
    case interrupted
    /// It came to its end, whatever came of its changes.
    case finished
  }

  /// The run's id, which is its plan's.
  package var id: String
  /// The tenant's domain.
  package var tenant: String
  /// Why, in the words of who applied it.
  package var reason: String
  /// Where it stands.
  package var state: State
  /// When it began.
  package var startedAt: Timestamp
  /// When it ended; `nil` where it has not.
  package var endedAt: Timestamp?
  /// Who planned it, as a claim.
  package var plannedBy: String
  /// Who applied it, as a claim.
  package var appliedBy: String
  /// The SHA-256 of the plan file, in lower-case hexadecimal; `nil` for a plan that had none.
  package var planHash: String?
  /// The run that it takes back; `nil` for one that takes back none.
  package var undoes: String?
  /// What the roles concerned gave then; a role that could not be read is missing.
  package var permissionsThen: [RoleID: Set<Permission.Key>]
  /// Its changes, in the plan's order.
  package var entries: [ChangeEntry]

  /// A run.
  package init(
    id: String, tenant: String, reason: String = "", state: State, startedAt: Timestamp,
    endedAt: Timestamp? = nil, plannedBy: String = "", appliedBy: String = "",
    planHash: String? = nil, undoes: String? = nil,
    permissionsThen: [RoleID: Set<Permission.Key>] = [:], entries: [ChangeEntry]
  ) {
    self.id = id
    self.tenant = tenant
    self.reason = reason
    self.state = state
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.plannedBy = plannedBy
    self.appliedBy = appliedBy
    self.planHash = planHash
    self.undoes = undoes
    self.permissionsThen = permissionsThen
    self.entries = entries
  }

  /// Whether something of it may still be left to do.
  package var isOpen: Bool { state != .finished }
}
