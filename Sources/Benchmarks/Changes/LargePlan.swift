import AccessModel
import Canvas
import Changes
import ManagementAPI
import RolecallApp

/// What a plan about everybody who holds a large role takes, beyond the download of the role's list.
struct LargePlan {
  /// How many changes it has.
  let changes: Int
  /// Milliseconds until it was built.
  let built: Double
  /// Milliseconds until its cost was read and computed.
  let previewed: Double
  /// Milliseconds until the box that asks was drawn.
  let shown: Double
  /// Memory beyond the list, in MB.
  let memory: Double

  /// All of it, in milliseconds.
  var total: Double { built + previewed + shown }

  /// Measures it, with a role whose list is read first.
  static func measure(_ role: Role, engine: ChangeEngine) async throws -> LargePlan {
    let members = try await engine.reader.everyMember(ofRole: role.id).items()
    let before = ProcessFigures.own.memory.resident
    let clock = ContinuousClock()
    let start = clock.now
    let plan = Plan(
      id: "benchmark", tenant: engine.session.tenant, removing: role, fromMembers: members)
    let built = clock.now
    let facts = try await engine.facts(for: plan)
    let findings = PlanFindings(plan, facts: facts, session: engine.session)
    let previewed = clock.now
    let size = Size(columns: 100, rows: 30)
    var dialog = PlanDialog(
      plan: plan, isAboutEverybody: true, reading: Generation(1), revision: 1)
    guard dialog.take(.planFindings(findings), in: engine.session) else {
      throw BenchmarkError("The question does not take what was read.")
    }
    var frame = Frame(size: size)
    _ = dialog.box(in: engine.session, of: size).draw(on: &frame, theme: .dark)
    let shown = clock.now
    return LargePlan(
      changes: plan.changes.count, built: (built - start).milliseconds,
      previewed: (previewed - built).milliseconds, shown: (shown - previewed).milliseconds,
      memory: Double(ProcessFigures.own.peak - before) * 1_024 / 1_000_000)
  }
}
