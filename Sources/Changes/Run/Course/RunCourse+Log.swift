import AccessModel

extension RunCourse {
  /// How long the tenant's log may take longer than reading what is so now.
  static let logPatience: Duration = .seconds(2)

  /// Reads what changes are about, and beside that which entries of the tenant's log tell of their writes.
  ///
  /// The log lags, and is not what a run waits for: an entry that is not found meanwhile is not on record.
  ///
  /// - Throws: `CancellationError` where the task was cancelled.
  func truthBesideLog(about places: [Int]) async throws -> TruthReader.Answer {
    guard let search = logSearch, control.isOpen else { return try await truth(about: places) }
    return try await withThrowingTaskGroup(of: Void.self) { group in
      // Beside the slots: a log that does not answer must not hold up what is waited for.
      group.addTask {
        await search.run { entries in self.withTally { $0.log.take(entries) } }
      }
      let answer = try await self.truth(about: places)
      group.addTask { try? await self.engine.pause(Self.logPatience) }
      _ = try await group.next()
      group.cancelAll()
      return answer
    }
  }

  /// Looks into the tenant's log, so that at the end of a long run little is left to look for.
  func lookIntoLog() async {
    await logSearch?.run(atMost: 3) { entries in withTally { $0.log.take(entries) } }
  }

  /// How to find the entries of the writes of which none was found yet; `nil` where there are none, and where
  /// the token may not read the log.
  private var logSearch: LoggedWritesSearch? {
    let (names, since) = withTally { ($0.log.missing, $0.log.since) }
    guard !names.isEmpty, engine.session.holds(.readLogs) == true else { return nil }
    return LoggedWritesSearch(reader: engine.reader, names: names, since: since)
  }

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
    await noteLog(
      Dictionary(
        lost.map { place, name in (place, log.evidence(for: plan.changes[place], named: [name])) },
        uniquingKeysWith: { first, _ in first }))
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
