/// A change of a run on record as the cells of a table.
struct ExportedRow {
  /// The names of the columns: the API's own where it has them.
  static let columns = [
    "tenant", "run", "applied_by", "reason", "index", "change", "result", "problem", "user_id",
    "user_name", "connection", "role_id", "role_name", "organization_id", "organization_name",
    "resource_server_identifier", "permission_name", "enforce_policies", "held_before", "attempts",
    "sent_at", "answered_at", "status", "request_id", "tenant_time", "correlation_id", "checked_at",
    "log_id",
  ]

  /// A cell for each column.
  let cells: [String]

  init(_ change: ChangeHistory, of run: RunSummary, tenant: String) {
    let record = change.change?.record
    let attempt = change.attempts.last
    let answer = attempt?.answer
    let before = attempt?.intent.before?.held ?? record?.heldBefore
    let cells: [String?] = [
      tenant, "\(run.id)", run.beginning.appliedBy.phrase, run.beginning.reason,
      "\(change.index)", record?.kind.rawValue, change.result.rawValue, change.problem,
      record?.user?.id.rawValue, record?.user?.name, record?.user?.connection,
      record?.role?.id.rawValue, record?.role?.name, record?.organization?.id,
      record?.organization?.name, record?.permission?.api ?? record?.api?.identifier,
      record?.permission?.name, record?.rbac.map { "\($0.enforcesPolicies)" },
      before.map { "\($0)" }, "\(change.attempts.count)", attempt?.intendedAt.description,
      attempt?.answeredAt?.description, answer?.status.map { "\($0)" }, answer?.requestID,
      answer?.tenantTime?.description, attempt?.intent.correlationID,
      change.findings.last?.at.description, change.logID,
    ]
    self.cells = cells.map { $0 ?? "" }
  }
}
