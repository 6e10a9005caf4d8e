import AccessModel
import ManagementAPI

extension ChangeEngine {
  /// A run as the journal has it, and what is so now of what it is about.
  struct Situation: Sendable {
    var record: RunRecord
    var truth: TruthNow
    var answer: TruthReader.Answer
    /// What the tenant's log tells, by place.
    var log: [Int: LogEvidence] = [:]
  }

  /// What there is to know before a run is gone on with or taken back.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - needs: Of which of its changes users and roles have to be known.
  func situation(
    of run: RunNumber, in journal: Journal, needs: (ChangeEntry) -> Bool
  ) async throws -> Situation {
    let record = try await journal.record(of: run)
    let changes = record.entries.map { try? $0.record.change() }
    let wanted = zip(record.entries, changes).filter { needs($0.0) }.compactMap(\.1)
    let slots = CallSlots(inFlight)
    let truthReader = TruthReader(reader: reader, slots: slots, inFlight: inFlight)
    let answer = try await truthReader.truth(about: changes.lazy.compactMap(\.self))
    var truth = TruthNow(states: answer.states)
    truth.users = try await users(of: wanted)
    truth.roles = try await roles(of: wanted)
    truth.members = try await members(among: wanted)
    let runs = try await journal.runs(limit: .max)
    var others: [RunRecord] = []
    for summary in runs where summary.id > run {
      others.append(try await journal.record(of: summary.id))
    }
    truth.decidedSince = LaterDecision.decisions(after: record, in: others)
    var situation = Situation(record: record, truth: truth, answer: answer)
    try await addLog(to: &situation, besides: runs.map(\.beginning.planID))
    return situation
  }

  private func users(of changes: [Change]) async throws -> [UserID: Fact<UserNow?>] {
    let ids = Set(changes.compactMap { $0.user?.id }).sorted()
    let facts = try await concurrently(ids, atMost: inFlight) { id in
      (
        id,
        try await fact(.getUser) { () async throws -> UserNow? in
          do {
            return UserNow(try await reader.user(id).user)
          } catch let error as APIError where error.code == .notFound {
            return nil
          }
        }
      )
    }
    return Dictionary(facts, uniquingKeysWith: { first, _ in first })
  }

  private func roles(of changes: [Change]) async throws -> [RoleID: Fact<RoleNow?>] {
    let ids = Set(changes.compactMap { $0.role?.id }).sorted()
    let facts = try await concurrently(ids, atMost: inFlight) { id in
      (
        id,
        try await fact(.getRole) { () async throws -> RoleNow? in
          do {
            _ = try await reader.role(id)
          } catch let error as APIError where error.code == .notFound {
            return nil
          }
          return RoleNow(
            permissions: try await fact(.listRolePermissions) {
              try await reader.permissions(ofRole: id).map(\.key)
            })
        }
      )
    }
    return Dictionary(facts, uniquingKeysWith: { first, _ in first })
  }

  private func members(among changes: [Change]) async throws -> [String: [UserID: Fact<Bool>]] {
    var wanted: [UserID: Set<String>] = [:]
    for change in changes {
      guard let user = change.user?.id, let organization = change.organization else { continue }
      wanted[user, default: []].insert(organization.id.rawValue)
    }
    let facts = try await concurrently(wanted.keys.sorted(), atMost: inFlight) { user in
      (
        user,
        try await fact(.listUserOrganizations) {
          try await reader.organizations(ofUser: user).map(\.id.rawValue)
        }
      )
    }
    var members: [String: [UserID: Fact<Bool>]] = [:]
    for (user, fact) in facts {
      for organization in wanted[user] ?? [] {
        members[organization, default: [:]][user] = fact.mapped { $0.contains(organization) }
      }
    }
    return members
  }

  /// Adds what the tenant's log tells: of attempts of which nobody knows, and of others' decisions.
  ///
  /// - Parameter plans: Those whose runs are on record here: what they decided the journal tells.
  private func addLog(
    to situation: inout Situation, besides plans: [String]
  ) async throws {
    let record = situation.record
    let uncertain = record.entries.indices.filter { record.entries[$0].fate == .uncertain }
    guard session.holds(.readLogs) != false else {
      // Then a person is asked.
      let error = APIError(.forbidden, .listLogs)
      situation.truth.decisionsUnread = error
      for place in uncertain { situation.log[place] = .unreadable(error) }
      return
    }
    switch try await TenantLog.read(since: record.startedAt, by: reader) {
    case .unknown(let error):
      situation.truth.decisionsUnread = error
      for place in uncertain { situation.log[place] = .unreadable(error) }
    case .known(let log):
      for place in uncertain {
        let entry = record.entries[place]
        // One that cannot be understood is never sent, whatever the log says.
        guard let change = try? entry.record.change() else { continue }
        situation.log[place] = log.evidence(for: change, named: entry.uncertainCorrelations)
      }
      // When these were made, the log had them not yet, or nobody looked.
      for (place, entry) in record.entries.enumerated()
      where entry.logID == nil && entry.fate == .accepted {
        guard let change = try? entry.record.change(),
          let found = log.entry(of: change, namedAny: entry.attempts.map(\.correlation))
        else { continue }
        situation.log[place] = .found(logID: found)
      }
      let decisions = log.decisions(besides: plans)
      guard !decisions.isEmpty else { return }
      for entry in record.entries {
        guard let subject = try? entry.record.change().subject,
          situation.truth.decidedSince[subject] == nil, let decision = decisions[subject]
        else { continue }
        // What was decided before the run, or before we sent ours, was decided again by ours.
        guard decision.at >= entry.attempts.last?.tenantAt ?? record.startedAt else { continue }
        situation.truth.decidedSince[subject] = .log(decision.entry)
      }
    }
  }
}
