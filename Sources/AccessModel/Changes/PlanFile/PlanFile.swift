/// A plan as one person writes it and another applies it: JSON lines, a header and then one line a change.
///
/// What comes from a file is not trusted: ids alone are taken from it, and who and what they are is read
/// from the tenant again. `docs/plan-file.md` describes the form.
package struct PlanFile: Hashable, Sendable {
  /// The form's version that this program writes, and the only one that it reads.
  package static let version = 1
  /// How many bytes a file may have.
  package static let byteLimit = 256 << 20
  /// How many changes a file may have.
  package static let changeLimit = 500_000
  /// How many bytes a line may have.
  package static let lineLimit = 32 << 10
  /// How many bytes an id, an API's identifier or a permission's name may have.
  package static let identifierLimit = 1_024
  /// How many bytes a name, a reason or an address may have; what is longer is cut where it is written.
  package static let textLimit = 4_096

  /// What the first line says.
  package struct Header: Hashable, Sendable {
    /// The tenant's domain.
    package var tenant: String
    /// Who planned it, which is a claim.
    package var plannedBy: String
    /// When it was planned, by the clock of who planned it.
    package var plannedAt: Timestamp
    /// Why; empty where nobody said.
    package var reason: String
    /// How many changes take something away.
    package var removals: Int
    /// How many changes let somebody do more.
    package var grants: Int
    /// The program and its version that wrote it.
    package var program: String

    /// A header from its parts.
    package init(
      tenant: String, plannedBy: String, plannedAt: Timestamp, reason: String, removals: Int,
      grants: Int, program: String
    ) {
      self.tenant = tenant
      self.plannedBy = plannedBy
      self.plannedAt = plannedAt
      self.reason = reason
      self.removals = removals
      self.grants = grants
      self.program = program
    }
  }

  /// What the first line says.
  package private(set) var header: Header
  /// The changes, with what was so before each when it was planned.
  package private(set) var changes: [PlannedChange]

  /// A file's content from its parts, which agree.
  init(header: Header, changes: [PlannedChange]) {
    self.header = header
    self.changes = changes
  }

  /// A plan to be written.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - plannedBy: Who says to have planned it, as `user@host`.
  ///   - plannedAt: When.
  ///   - program: This program and its version.
  package init(_ plan: Plan, plannedBy: String, plannedAt: Timestamp, program: String) {
    let summary = PlanSummary(plan)
    header = Header(
      tenant: plan.tenant.domain, plannedBy: plannedBy, plannedAt: plannedAt, reason: plan.reason,
      removals: summary.removals, grants: summary.grants, program: program)
    changes = plan.changes.indices.map { plan[$0] }
  }

  /// The plan again.
  ///
  /// - Parameters:
  ///   - id: What names the run that it becomes.
  ///   - tenant: The tenant, which must be the header's.
  package func plan(id: String, tenant: Tenant) -> Plan {
    Plan(id: id, tenant: tenant, planned: changes, reason: header.reason)
  }
}
