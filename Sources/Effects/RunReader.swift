import AccessModel
import Changes
import ManagementAPI
import RolecallApp

/// Answers what is asked about plans, about runs on record, and about the calls that were made.
struct RunReader: Sendable {
  /// The tenant, and where its runs are on record.
  let tenant: TenantAccess
  /// Lets time pass; throws when the task is cancelled.
  let pause: @Sendable (Duration) async throws -> Void

  /// How many runs the list of them holds at most.
  private static let listed = 500

  /// The answer to a question; `nil` for one about something else.
  ///
  /// - Throws: `JournalError`, `RunRefusal`, `APIError` and `CancellationError`.
  func answer(_ read: Read) async throws -> Reply? {
    switch read {
    case .planFindings(let plan, let fully):
      let facts = try await tenant.costs(pause: pause).facts(for: plan, fully: fully)
      return .planFindings(PlanFindings(plan, facts: facts, session: tenant.session))
    case .apiCalls(let last):
      return .apiCalls(try await calls(after: last))
    case .runs:
      return .runs(try await journal.runs(limit: Self.listed))
    case .run(let number):
      return .run(try await journal.run(number))
    case .runPlaces(let number, let filter):
      return .runPlaces(try await journal.places(of: number, where: filter))
    case .runChanges(let number, let places):
      return .runChanges(try await journal.changes(of: number, at: places))
    case .undoPlan(let run):
      return .undoPlan(try await tenant.engine(pause: pause).undoPlan(of: run))
    case .retryPlan(let run):
      let retry = try await tenant.engine(pause: pause).retryPlan(of: run)
      return .retryOffer(RetryOffer(of: try await journal.record(of: run), retry))
    case .resumePlan(let run, let answers):
      let decisions = try await tenant.engine(pause: pause).resumePlan(of: run, answers: answers)
      return .resumeOffer(ResumeOffer(try await plan(of: run), decisions, answers: answers))
    default: return nil
    }
  }

  /// Those that come together are told together, so that a run does not draw the screen once a call.
  private static let gathering = Duration.milliseconds(200)

  /// The last calls, or those after one as soon as there are any.
  private func calls(after last: Int?) async throws -> [APICall] {
    guard let last else { return tenant.log.calls }
    _ = try await tenant.log.calls(after: last)
    try await pause(Self.gathering)
    return try await tenant.log.calls(after: last)
  }

  private var journal: Journal {
    get throws { try tenant.journal.journal() }
  }

  /// The whole plan of a run on record.
  private func plan(of run: RunNumber) async throws -> Plan {
    let record = try await journal.record(of: run)
    return Plan(
      id: record.id, tenant: tenant.session.tenant,
      planned: try record.entries.map {
        PlannedChange(try $0.record.change(), before: $0.record.before)
      }, reason: record.reason)
  }
}
