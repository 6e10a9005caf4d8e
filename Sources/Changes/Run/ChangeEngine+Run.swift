package import AccessModel
import ManagementAPI

extension ChangeEngine {
  /// Carries out a plan that was confirmed, from its beginning to its end.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - sha256: Its file's hash, by which it is applied once; `nil` for a plan that had no file.
  ///   - plannedBy: Who planned it, as its file claims; `nil` where it was who runs it.
  ///   - undoes: The run that it takes back; `nil` where it takes back none.
  ///   - repeats: The run whose failures it repeats; `nil` where it repeats none.
  ///   - control: Pauses and ends it.
  ///   - tell: Told how it stands; called from any thread, one update after the other.
  /// - Returns: What it came to, also where it was ended early or its task was cancelled.
  /// - Throws: ``RunRefusal`` and ``JournalError`` where it could not begin, `CancellationError` where it
  ///   was cancelled before it began. A journal that fails in the middle ends the run, which says so.
  package func run(
    _ plan: Plan, sha256: String? = nil, plannedBy: String? = nil, undoes: RunNumber? = nil,
    repeats: RunNumber? = nil, control: RunControl, tell: @escaping @Sendable (RunUpdate) -> Void
  ) async throws -> RunOutcome {
    let (journal, writer) = try admit(plan)
    let first = firstRead(plan)
    // Beside what is put on record before anything leaves.
    async let ahead = TruthReader(reader: reader, slots: CallSlots(inFlight), inFlight: inFlight)
      .truth(about: first)
    async let roles = SavedRoles.read(of: plan, by: reader, atMost: inFlight)
    let beginning = RunBeginning(
      planID: plan.id, planSHA256: sha256 ?? hash(of: plan), reason: plan.reason,
      plannedBy: plannedBy, appliedBy: person, undoes: undoes, repeats: repeats)
    let saved = try await roles
    let record = try await journal.begin(beginning, changes: saved.journaled(plan))
    let course = RunCourse(
      engine: self, writer: writer, plan: plan, record: record, control: control, tell: tell)
    if let answer = try? await ahead { course.withTally { $0.takeAhead(answer) } }
    return try await finish(course) {
      // A role is not deleted before what it gave, and to whom, is on record.
      let unsaved = saved.unsaved(plan)
      await course.settle(unsaved.map { ($0.key, .failed($0.value)) })
      try await course.carryOut(plan.changes.indices.filter { unsaved[$0] == nil })
    }
  }

  /// What is read first of a plan, a few users one by one.
  private func firstRead(_ plan: Plan) -> [Change] {
    let stage = RunStage.stages(of: plan.changes.count).first?.places ?? 0..<0
    guard stage.count <= TruthReader.userLimit else { return [] }
    return plan.changes[stage].prefix(RunStage.trialCount).filter { $0.user != nil }
  }

  /// Makes sure that a plan may be run at all.
  func admit(_ plan: Plan) throws(RunRefusal) -> (Journal, any AccessWriting) {
    let (journal, writer) = try means()
    guard plan.tenant.domain == session.tenant.domain else { throw RunRefusal(.otherTenant) }
    guard !plan.changes.isEmpty else { throw RunRefusal(.empty) }
    guard plan.contradictions.isEmpty else { throw RunRefusal(.contradictory) }
    return (journal, writer)
  }

  /// What it takes to run anything.
  func means() throws(RunRefusal) -> (Journal, any AccessWriting) {
    guard let writer else { throw RunRefusal(.readOnly) }
    guard let journal else { throw RunRefusal(.noJournal) }
    return (journal, writer)
  }

  /// The hash of a plan that had no file: no other plan has its id.
  private func hash(of plan: Plan) -> String {
    let file = PlanFile(
      plan, plannedBy: person.phrase, plannedAt: now(), program: plan.id)
    return PlanHash(of: file.bytes).description
  }

  /// Carries out a run to wherever it comes, and puts on record where that is.
  func finish(
    _ course: RunCourse, _ body: () async throws -> Void
  ) async throws -> RunOutcome {
    do {
      try await body()
      try await course.askLog()
    } catch is CancellationError {
      // Where it stands is what the outcome says.
    } catch {
      course.record.close()
      throw error
    }
    let pause = course.control.pausedBecause
    let failure = course.withTally { $0.failure }
    let state: RunState =
      switch course.control.end {
      // Once its lock is given back, the record says the same.
      case _ where failure != nil: .interrupted
      case .stop?: .cancelled
      case _ where Task.isCancelled: .interrupted
      case .leave?: pause == nil ? .interrupted : .paused
      case nil: course.needsPerson ? .paused : .done
      }
    let reason = state == .done ? nil : pause?.explanation.problem
    // Where even that finds no room, the run counts as interrupted once its lock is given back.
    if failure == nil { try? await course.record.step(state, reason: reason) }
    course.record.close()
    course.enter(.ended)
    return course.withTally { tally in
      RunOutcome(
        number: course.record.number,
        report: PlanReport(
          plan: tally.plan, outcomes: tally.outcomes, rolesNow: tally.rolesNow),
        differences: tally.differences, state: state, pause: state == .done ? nil : pause,
        journalProblem: failure?.sentence)
    }
  }
}

extension RunCourse {
  /// Whether a person has to say something before the run can come to its end.
  fileprivate var needsPerson: Bool {
    withTally { tally in
      tally.states.contains { state in
        switch state {
        case .leftOut(.askPerson), .leftOut(.askLog), .leftOut(.unread): true
        default: false
        }
      }
    }
  }
}
