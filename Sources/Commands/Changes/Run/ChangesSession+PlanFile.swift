import AccessModel
import Changes
import Effects
import FoundationEssentials
import Glibc

extension ChangesSession {
  /// Makes a plan, shows it and writes it to a file; nothing is changed.
  ///
  /// - Throws: `CommandFailure` where the file is there already, or cannot be written.
  func write(
    to path: String, _ draft: @escaping @Sendable (WritableTenant) async throws -> PlanDraft
  ) throws {
    let (environment, surroundings) = (environment, surroundings)
    let (checksAll, share) = (checksAll, share)
    let (plan, hash) = try BackgroundTask {
      try await environment.withWriting(share: share) { tenant in
        let draft = try await draft(tenant)
        guard !draft.plan.changes.isEmpty else {
          throw CommandFailure(
            status: CommandFailure.wrongCall, "There is nothing to change.",
            "Look at what was named.")
        }
        let facts = try await tenant.engine(nil).facts(for: draft.plan, fully: checksAll)
        let impact = PlanImpact(draft.plan, facts: facts, session: tenant.session)
        for line in PlanPreview(plan: draft.plan, impact: impact, facts: facts).lines {
          Self.tell(line)
        }
        let file = PlanFile(
          draft.plan, plannedBy: surroundings.person(tenant.token.claims).phrase,
          plannedAt: Timestamp(surroundings.now),
          program: "rolecall \(RolecallCommand.programVersion)")
        do {
          return (draft.plan, try file.write(to: path).description)
        } catch let error as PlanFileFailure {
          throw CommandFailure(status: CommandFailure.wrongCall, error.explanation)
        }
      }
    }.value()
    let summary = PlanSummary(plan)
    if isJSON {
      let written = WrittenPlan(
        plan: path, sha256: hash, removals: summary.removals, grants: summary.grants,
        users: summary.users)
      print(try JSONOutput(written).text)
    } else {
      print(
        TextTable(
          heads: nil,
          rows: [
            ["Plan", path], ["SHA-256", hash], ["Removals", "\(summary.removals)"],
            ["Grants", "\(summary.grants)"], ["Users", "\(summary.users)"],
          ]
        ).text)
    }
    fflush(nil)
    let allows = summary.grants > 0 ? " --allow-assign" : ""
    Self.tell(
      "Nothing was changed. To carry it out: "
        + "rolecall apply \(ShellWord(path).text) --expect-sha256 \(hash)\(allows)")
  }
}

/// A plan that was written, as JSON.
private struct WrittenPlan: Encodable {
  let plan: String
  let sha256: String
  let removals: Int
  let grants: Int
  let users: Int
}
