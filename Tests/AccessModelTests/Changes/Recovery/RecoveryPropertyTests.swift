import AccessModel
import SeededRandomness
import Testing

/// Random plans, broken off at random, gone on with, repeated and taken back, while somebody else
/// writes to the same tenant.
@Suite("Whatever happens meanwhile")
struct RecoveryPropertyTests {
  @Test("nothing is given back or taken away that somebody decided since")
  func everythingKnown() {
    for seed in UInt64(1)...400 { wander(seed: seed, readsLog: true) }
  }

  @Test(
    "without the tenant's log nothing is done against what can be seen to have been decided since")
  func withoutLog() {
    for seed in UInt64(401)...800 { wander(seed: seed, readsLog: false) }
  }

  private func wander(seed: UInt64, readsLog: Bool) {
    var tenant = ModelTenant(seed: seed)
    for step in 0..<16 {
      tenant.interfere()
      switch Int.random(in: 0..<4, using: &tenant.random) {
      case 0: plan(&tenant, step)
      case 1: goOn(&tenant, readsLog, seed)
      case 2: retry(&tenant, readsLog, seed)
      default: undo(&tenant, step, readsLog, seed)
      }
    }
  }

  private func plan(_ tenant: inout ModelTenant, _ step: Int) {
    var changes: [PlannedChange] = []
    for user in ModelTenant.users where Bool.random(using: &tenant.random) {
      let role = Role(id: ModelTenant.roles[step % ModelTenant.roles.count], name: "")
      let intent: Plan.Intent =
        Int.random(in: 0..<3, using: &tenant.random) == 0 ? .assign : .remove
      let change = Change(intent, role, of: tenant.user(user))
      guard tenant.exists(change) else { continue }
      changes.append(
        PlannedChange(change, before: .held(tenant.held.contains(change.subject))))
    }
    let plan = Plan(id: "run-\(step)", tenant: .production, planned: changes)
    let places = Array(plan.changes.indices)
    tenant.runs.append(
      RunRecord(
        id: plan.id, tenant: plan.tenant.domain, state: .running, startedAt: tenant.now(),
        entries: places.map { place in
          ChangeEntry(
            record: ChangeRecord(
              plan[place].change, before: plan[place].before, includesEmail: false))
        }))
    send(places, of: tenant.runs.count - 1, &tenant)
  }

  /// Sends changes of a run, and is killed somewhere on the way.
  private func send(_ places: [Int], of number: Int, _ tenant: inout ModelTenant) {
    for place in places {
      if Int.random(in: 0..<6, using: &tenant.random) == 0 { return }
      guard let change = try? tenant.runs[number].entries[place].record.change() else { continue }
      let isHeld = tenant.held.contains(change.subject)
      tenant.runs[number].entries[place].readBefore = .held(isHeld)
      if isHeld == change.grants { continue }
      let moment = tenant.now()
      let correlation = "\(tenant.runs[number].id)-\(tenant.minute)"
      var answer = ChangeAttempt.Answer.unrecorded
      if !tenant.exists(change) {
        answer = .refused(.notFound, status: 404)
      } else {
        switch Int.random(in: 0..<8, using: &tenant.random) {
        case 0: answer = .refused(.rateLimited, status: 429)
        case 1: answer = .lost(.timedOut)
        case 2: break
        case 3:
          tenant.apply(change, at: moment, correlation: correlation)
          answer = .lost(.interrupted)
        case 4: tenant.apply(change, at: moment, correlation: correlation)
        default:
          tenant.apply(change, at: moment, correlation: correlation)
          answer = .accepted(status: 204)
        }
      }
      tenant.runs[number].entries[place].attempts.append(
        ChangeAttempt(at: moment, correlation: correlation, answer: answer))
    }
  }

  private func goOn(_ tenant: inout ModelTenant, _ readsLog: Bool, _ seed: UInt64) {
    guard let number = tenant.runs.indices.randomElement(using: &tenant.random) else { return }
    let run = tenant.runs[number]
    let log = evidence(of: run, &tenant, readsLog)
    let plan = ResumePlan(of: run, truth: tenant.truth(for: run, readsLog: readsLog), log: log)
    check(plan.toSend, of: run, tenant, readsLog, seed)
    send(plan.toSend, of: number, &tenant)
  }

  private func retry(_ tenant: inout ModelTenant, _ readsLog: Bool, _ seed: UInt64) {
    guard let number = tenant.runs.indices.randomElement(using: &tenant.random) else { return }
    let run = tenant.runs[number]
    let log = evidence(of: run, &tenant, readsLog)
    let plan = RetryPlan(of: run, truth: tenant.truth(for: run, readsLog: readsLog), log: log)
    check(plan.toSend, of: run, tenant, readsLog, seed)
    send(plan.toSend, of: number, &tenant)
  }

  private func evidence(
    of run: RunRecord, _ tenant: inout ModelTenant, _ readsLog: Bool
  ) -> [Int: LogEvidence] {
    guard readsLog else { return [:] }
    var log: [Int: LogEvidence] = [:]
    for (place, entry) in run.entries.enumerated() where entry.fate == .uncertain {
      log[place] = tenant.evidence(of: entry)
    }
    return log
  }

  /// What must hold of whatever is sent when a run goes on.
  private func check(
    _ places: [Int], of run: RunRecord, _ tenant: ModelTenant, _ readsLog: Bool, _ seed: UInt64
  ) {
    for place in places {
      let entry = run.entries[place]
      guard let change = try? entry.record.change() else { continue }
      let correlations = Set(entry.attempts.map(\.correlation))
      let ours = tenant.writes.last { $0.correlation.map(correlations.contains) ?? false }
      #expect(ours == nil, "seed \(seed): sent again although it was carried out: \(change)")
      #expect(entry.fate != .accepted, "seed \(seed): sent again although accepted: \(change)")
      #expect(
        entry.record.before != .held(change.grants) && entry.readBefore != .held(change.grants),
        "seed \(seed): it had been so already: \(change)")
      #expect(isSamePerson(entry, tenant), "seed \(seed): another person: \(change)")
      guard readsLog else { continue }
      let since = tenant.writes.last { $0.subject == change.subject && $0.at >= run.startedAt }
      #expect(since == nil, "seed \(seed): decided since by \(since?.logID ?? ""): \(change)")
    }
  }

  private func undo(
    _ tenant: inout ModelTenant, _ step: Int, _ readsLog: Bool, _ seed: UInt64
  ) {
    guard var run = tenant.runs.randomElement(using: &tenant.random) else { return }
    for place in run.entries.indices where run.entries[place].fate == .uncertain && readsLog {
      if case .found(let id) = tenant.evidence(of: run.entries[place]) {
        run.entries[place].logID = id
      }
    }
    let undo = UndoPlan(of: run, truth: tenant.truth(for: run, readsLog: readsLog))
    #expect(undo.changes.count + undo.leftOut.count == run.entries.count)
    for planned in undo.changes {
      check(planned.change, of: run, tenant, readsLog, seed)
    }
    let plan = undo.plan(id: "run-\(step)", tenant: .production)
    tenant.runs.append(
      RunRecord(
        id: plan.id, tenant: plan.tenant.domain, state: .running, startedAt: tenant.now(),
        undoes: run.id,
        entries: plan.changes.indices.map { place in
          ChangeEntry(
            record: ChangeRecord(
              plan[place].change, before: plan[place].before, includesEmail: false))
        }))
    send(Array(plan.changes.indices), of: tenant.runs.count - 1, &tenant)
  }

  /// What must hold of a change that takes one of a run back.
  private func check(
    _ change: Change, of run: RunRecord, _ tenant: ModelTenant, _ readsLog: Bool, _ seed: UInt64
  ) {
    let entry = run.entries.first { (try? $0.record.change().subject) == change.subject }
    guard let entry, let done = try? entry.record.change() else {
      Issue.record("seed \(seed): taken back what the run has not: \(change)")
      return
    }
    #expect(change.grants != done.grants, "seed \(seed): the wrong way round: \(change)")
    let correlations = Set(entry.attempts.map(\.correlation))
    let ours = tenant.writes.last { $0.correlation.map(correlations.contains) ?? false }
    #expect(ours != nil, "seed \(seed): taken back what the run did not do: \(change)")
    #expect(
      tenant.held.contains(change.subject) == done.grants,
      "seed \(seed): it is not as the run left it: \(change)")
    #expect(isSamePerson(entry, tenant), "seed \(seed): another person: \(change)")
    #expect(tenant.exists(change), "seed \(seed): user or role is gone: \(change)")
    if change.grants, let user = change.user {
      #expect(!tenant.blocked.contains(user.id), "seed \(seed): blocked: \(change)")
    }
    let last = tenant.writes.last { $0.subject == change.subject }
    if readsLog {
      #expect(
        last?.logID == ours?.logID, "seed \(seed): decided since by \(last?.logID ?? ""): \(change)"
      )
    } else if let correlation = last?.correlation {
      // Later runs of ours are in the journal, and are seen without the log.
      #expect(correlations.contains(correlation), "seed \(seed): a later run decided: \(change)")
    }
  }

  private func isSamePerson(_ entry: ChangeEntry, _ tenant: ModelTenant) -> Bool {
    guard let user = entry.record.user else { return true }
    return tenant.created[user.id] == user.createdAt
  }
}
