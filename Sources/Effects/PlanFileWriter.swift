import AccessModel
import Changes
import RolecallApp

/// Writes plans to files, for somebody else to look at and to apply.
struct PlanFileWriter: Sendable {
  /// Who plans, as a claim.
  let plannedBy: String
  /// The program and its version.
  let program: String
  /// When it is planned, by this machine's clock.
  let plannedAt: Timestamp

  /// Writes a plan to a file named after its id, which is not there yet.
  func write(_ plan: Plan) -> PlanWriting {
    let path = "rolecall-\(plan.id).plan"
    let file = PlanFile(plan, plannedBy: plannedBy, plannedAt: plannedAt, program: program)
    do throws(PlanFileFailure) {
      _ = try file.write(to: path)
      return .written(path: path)
    } catch {
      return .failed(error.explanation)
    }
  }
}
