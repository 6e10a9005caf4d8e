package import AccessModel

extension ChangeEngine {
  /// Reads what a plan costs: everything about its users for up to 50, or where `fully` says so, and
  /// what roles give above. What cannot be read is unknown.
  ///
  /// - Throws: `CancellationError` alone.
  package func facts(for plan: Plan, fully: Bool = false) async throws -> PlanFacts {
    throw CancellationError()
  }

  /// Carries out a plan that was confirmed, from its beginning to its end.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - sha256: Its file's hash, by which it is applied once; `nil` for a plan that had no file.
  ///   - plannedBy: Who planned it, as its file claims; `nil` where it was who runs it.
  ///   - undoes: The run that it takes back; `nil` where it takes back none.
  ///   - control: Pauses and ends it.
  ///   - tell: Told how it stands; called from any thread.
  /// - Returns: What it came to, also where it was ended early or its task was cancelled.
  /// - Throws: ``RunRefusal``, ``JournalError``; where that comes in the middle nothing more was sent,
  ///   and the run can go on.
  package func run(
    _ plan: Plan, sha256: String? = nil, plannedBy: String? = nil, undoes: RunNumber? = nil,
    control: RunControl, tell: @escaping @Sendable (RunUpdate) -> Void
  ) async throws -> RunOutcome {
    throw RunRefusal(.noJournal)
  }

  /// What going on with a run would mean, by what is so now.
  package func resumePlan(
    of run: RunNumber, answers: [Int: ResumeDecision.Answer] = [:]
  ) async throws -> ResumePlan {
    throw RunRefusal(.noJournal)
  }

  /// Goes on with a run that was paused, interrupted or killed.
  ///
  /// - Parameter answers: What a person said of changes whose fate nobody knows, by place; one without
  ///   an answer is left out as `askPerson`, and the run stays open.
  package func resume(
    _ run: RunNumber, answers: [Int: ResumeDecision.Answer] = [:], control: RunControl,
    tell: @escaping @Sendable (RunUpdate) -> Void
  ) async throws -> RunOutcome {
    throw RunRefusal(.noJournal)
  }

  /// What repeating a run's failures would mean, by what is so now.
  package func retryPlan(
    of run: RunNumber, answers: [Int: ResumeDecision.Answer] = [:]
  ) async throws -> RetryPlan {
    throw RunRefusal(.noJournal)
  }

  /// Repeats what of a run was never accepted: within the run where that can go on, else as a run of
  /// its own.
  ///
  /// - Parameter id: What names the new run, where there is one.
  package func retry(
    _ run: RunNumber, id: String, answers: [Int: ResumeDecision.Answer] = [:],
    control: RunControl, tell: @escaping @Sendable (RunUpdate) -> Void
  ) async throws -> RunOutcome {
    throw RunRefusal(.noJournal)
  }

  /// What would take a run back, by what is so now, and what is left out and why.
  ///
  /// To carry it out: `run(undo.plan(id:tenant:reason:), undoes: run, ...)`, once it is confirmed.
  package func undoPlan(
    of run: RunNumber, leavesOutGrownRoles: Bool = false
  ) async throws -> UndoPlan {
    throw RunRefusal(.noJournal)
  }
}
