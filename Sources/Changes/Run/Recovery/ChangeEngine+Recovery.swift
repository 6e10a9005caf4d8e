package import AccessModel
import ManagementAPI

extension ChangeEngine {
  /// What going on with a run would mean, by what is so now.
  ///
  /// - Parameter answers: What a person said of changes whose fate nobody knows, by place.
  /// - Throws: ``RunRefusal``, ``JournalError`` and `CancellationError`.
  package func resumePlan(
    of run: RunNumber, answers: [Int: ResumeDecision.Answer] = [:]
  ) async throws -> ResumePlan {
    let situation = try await situationToGoOn(with: run)
    return ResumePlan(
      of: situation.record, truth: situation.truth, log: situation.log, answers: answers)
  }

  /// Goes on with a run that was paused, interrupted or killed.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - answers: What a person said of changes whose fate nobody knows, by place; without one such a
  ///     change is left out as `askPerson`, and the run stays open.
  ///   - reason: Why, put on record with the going on; `nil` where nothing is to be said.
  ///   - shown: What a person saw and confirmed: nothing else is sent. Without it, what is decided now.
  ///   - control: Pauses and ends it.
  ///   - tell: Told how it stands.
  /// - Throws: ``RunRefusal``, ``JournalError`` and `CancellationError`.
  package func resume(
    _ run: RunNumber, answers: [Int: ResumeDecision.Answer] = [:], reason: String? = nil,
    shown: ResumePlan? = nil, control: RunControl, tell: @escaping @Sendable (RunUpdate) -> Void
  ) async throws -> RunOutcome {
    try await goOn(with: run, reason: reason, control: control, tell: tell) { situation in
      let plan = ResumePlan(
        of: situation.record, truth: situation.truth, log: situation.log, answers: answers)
      return shown.map(plan.limited) ?? plan.decisions
    }
  }

  /// What repeating a run's failures would mean, by what is so now.
  ///
  /// For a run that has ended `RetryPlan.plan` is carried out by
  /// ``run(_:sha256:plannedBy:undoes:repeats:control:tell:)``, once it is confirmed.
  ///
  /// - Parameter answers: What a person said of changes whose fate nobody knows, by place.
  /// - Throws: ``RunRefusal``, ``JournalError`` and `CancellationError`.
  package func retryPlan(
    of run: RunNumber, answers: [Int: ResumeDecision.Answer] = [:]
  ) async throws -> RetryPlan {
    let situation = try await situationToGoOn(with: run)
    return RetryPlan(
      of: situation.record, truth: situation.truth, log: situation.log, answers: answers)
  }

  /// Repeats what of a run was never accepted: within the run where that can go on, else as a run of
  /// its own.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - id: What names the new run, where there is one.
  ///   - answers: What a person said of changes whose fate nobody knows, by place.
  ///   - control: Pauses and ends it.
  ///   - tell: Told how it stands.
  /// - Throws: ``RunRefusal``, `empty` where nothing is to be repeated; ``JournalError`` and
  ///   `CancellationError`.
  package func retry(
    _ run: RunNumber, id: String, answers: [Int: ResumeDecision.Answer] = [:],
    control: RunControl, tell: @escaping @Sendable (RunUpdate) -> Void
  ) async throws -> RunOutcome {
    let (journal, _) = try means()
    if try await journal.run(run).state.canGoOn {
      return try await goOn(with: run, control: control, tell: tell) { situation in
        let retry = RetryPlan(
          of: situation.record, truth: situation.truth, log: situation.log, answers: answers)
        return retry.decisions
      }
    }
    let situation = try await situationToGoOn(with: run)
    let retry = RetryPlan(
      of: situation.record, truth: situation.truth, log: situation.log, answers: answers)
    let plan = retry.plan(id: id, tenant: session.tenant, reason: situation.record.reason)
    return try await self.run(plan, repeats: run, control: control, tell: tell)
  }

  /// What would take a run back, by what is so now, and what is left out and why.
  ///
  /// It is carried out by ``run(_:sha256:plannedBy:undoes:repeats:control:tell:)`` with `UndoPlan.plan`, once it
  /// is confirmed.
  ///
  /// - Parameters:
  ///   - run: The run that is taken back.
  ///   - leavesOutGrownRoles: Whether roles that give more now than then are left out.
  /// - Throws: ``RunRefusal``, ``JournalError`` and `CancellationError`.
  package func undoPlan(
    of run: RunNumber, leavesOutGrownRoles: Bool = false
  ) async throws -> UndoPlan {
    guard let journal else { throw RunRefusal(.noJournal) }
    let situation = try await situation(of: run, in: journal) { $0.fate == .accepted }
    return UndoPlan(
      of: situation.record, truth: situation.truth, leavesOutGrownRoles: leavesOutGrownRoles)
  }

  private func situationToGoOn(with run: RunNumber) async throws -> Situation {
    guard let journal else { throw RunRefusal(.noJournal) }
    return try await situation(of: run, in: journal) { entry in
      switch entry.fate {
      case .notSent, .refused, .uncertain: true
      case .alreadySo, .accepted: false
      }
    }
  }

  /// Goes on with a run by what is decided about each of its changes.
  private func goOn(
    with run: RunNumber, reason: String? = nil, control: RunControl,
    tell: @escaping @Sendable (RunUpdate) -> Void,
    decide: (Situation) -> [ResumeDecision]
  ) async throws -> RunOutcome {
    let (journal, writer) = try means()
    // First the lock: what is read is read after whoever had the run has ended.
    let open = try await journal.goOn(with: run, by: person, reason: reason)
    do {
      let situation = try await situationToGoOn(with: run)
      let decisions = decide(situation)
      let record = situation.record
      let plan = Plan(
        id: record.id, tenant: session.tenant,
        planned: try record.entries.map {
          PlannedChange(try $0.record.change(), before: $0.record.before)
        }, reason: record.reason)
      let course = RunCourse(
        engine: self, writer: writer, plan: plan, record: open,
        attempts: record.entries.map(\.attempts.count), control: control, tell: tell)
      course.withTally { $0.take(situation.answer) }
      return try await finish(course) {
        await course.settle(decisions.settled)
        await course.noteLog(situation.log)
        try await course.carryOut(decisions.indices.filter { decisions[$0].sends })
      }
    } catch {
      // Whoever comes next finds it as it was.
      try? await open.step(.interrupted, reason: "it could not be gone on with")
      open.close()
      throw error
    }
  }
}

extension [ResumeDecision] {
  /// What becomes of the changes that are not sent.
  fileprivate var settled: [(place: Int, state: ChangeOutcome.State)] {
    enumerated().compactMap { place, decision in
      switch decision {
      case .send: nil
      case .recorded: (place, .done)
      case .alreadySo: (place, .alreadySo)
      default: (place, .leftOut(decision))
      }
    }
  }
}
