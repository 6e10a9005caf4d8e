/// A run on record as a JSON object, without its changes.
package struct ExportedRun: Encodable {
  private let run: RunSummary
  private let tenant: String?

  /// A run; with its tenant where it stands alone.
  package init(_ run: RunSummary, tenant: String? = nil) {
    self.run = run
    self.tenant = tenant
  }

  private enum CodingKeys: String, CodingKey {
    case tenant
    case run
    case state
    case begunAt = "begun_at"
    case beginning
    case steps
    case counts
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(tenant, forKey: .tenant)
    try container.encode(run.id, forKey: .run)
    try container.encode(run.state, forKey: .state)
    try container.encode(run.begunAt, forKey: .begunAt)
    try container.encode(run.beginning, forKey: .beginning)
    try container.encode(run.steps, forKey: .steps)
    let found = run.progress.found.map { ($0.key.rawValue, $0.value) }
    try container.encode(Dictionary(found) { $1 }, forKey: .counts)
  }
}
