import AccessModel

extension RunCourse {
  /// Asks the tenant's log for calls of which no answer came, where the token may read it.
  ///
  /// The log lags: what is not there yet is asked for when somebody goes on with the run.
  ///
  /// - Throws: `CancellationError` where the task was cancelled.
  func askLog() async throws {
    let lost = withTally { $0.lost }
    guard !lost.isEmpty, engine.session.holds(.readLogs) == true, control.end != .leave else {
      return
    }
    guard let log = try await TenantLog.read(since: began, by: engine.reader).value else { return }
    await noteLog(lost.mapValues { log.evidence(for: [$0]) })
  }

  /// Puts on record which entries of the tenant's log tell of writes of which nobody knew.
  func noteLog(_ log: [Int: LogEvidence]) async {
    let findings = log.compactMap { place, evidence -> ChangeFinding? in
      guard case .found(let id) = evidence else { return nil }
      let (state, reading) = withTally { tally in
        (
          tally.states[place] ?? .notSent,
          tally.truth[tally.plan.changes[place].subject]?.value ?? .notRead
        )
      }
      var finding = ChangeFinding(place, state, after: reading, change: plan.changes[place])
      finding.logID = id
      return finding
    }
    guard !findings.isEmpty else { return }
    await persist { try await $0.record(findings) }
  }
}
