import AccessModel
import Changes
import ManagementAPI
package import RolecallApp
import Synchronization

/// Carries out the app's effects against a tenant; every answer comes back as a message.
///
/// All its tasks run below one group: a read can be cancelled by its generation, a plan cannot be
/// cancelled at all.
package final class EffectRunner: Sendable {
  private enum Job: Hashable {
    case read(Generation)
    case wait(Int)
  }

  private let queue: AsyncStream<Effect>
  private let intake: AsyncStream<Effect>.Continuation
  private let jobs = Mutex<[Job: Task<Void, Never>]>([:])
  private let controls = RunControls()
  private let post: @Sendable (Message) -> Void
  private let pause: @Sendable (Duration) async throws -> Void

  /// A runner that has nothing to do yet.
  ///
  /// - Parameters:
  ///   - pause: Lets time pass; throws when the task is cancelled.
  ///   - post: Where answers go; called from any thread.
  package init(
    pause: @escaping @Sendable (Duration) async throws -> Void,
    post: @escaping @Sendable (Message) -> Void
  ) {
    (queue, intake) = AsyncStream.makeStream(of: Effect.self)
    self.pause = pause
    self.post = post
  }

  /// Takes an effect to be carried out, in the order in which they come; never waits.
  package func perform(_ effect: Effect) {
    intake.yield(effect)
  }

  /// Says that no effect will come any more: reads end at once, a plan under way is carried out first.
  package func finish() {
    intake.finish()
  }

  /// Says something to the app that no effect asked for: that the tenant is open, or cannot be opened.
  package func say(_ message: Message) {
    post(message)
  }

  /// Carries out effects until `finish()`; plans that run by then are carried out to their end.
  package func run(on tenant: TenantAccess) async {
    await withDiscardingTaskGroup { group in
      var waits = 0
      for await effect in queue {
        switch effect {
        case .read(let read, let generation):
          start(.read(generation), in: &group) {
            await TenantReader(tenant, pause: self.pause)
              .answer(read) { self.post(.reply(generation, $0)) }
          }
        case .wait(let duration, let wait):
          waits += 1
          start(.wait(waits), in: &group) {
            guard (try? await self.pause(duration)) != nil else { return }
            self.post(.waited(wait))
          }
        case .cancel(let generation):
          jobs.withLock { $0[.read(generation)] }?.cancel()
        case .undo(let plan, let number):
          let control = controls.control(of: plan.id)
          group.addTask {
            self.post(await self.carryOut(plan, undoes: number, tenant, control))
            self.controls.end(plan.id)
          }
        case .retry(let plan, let number):
          let control = controls.control(of: plan.id)
          group.addTask {
            self.post(await self.carryOut(plan, repeats: number, tenant, control))
            self.controls.end(plan.id)
          }
        case .resume(let plan, let number, let offer):
          let control = controls.control(of: plan.id)
          group.addTask {
            self.post(await self.goOn(with: plan, of: number, offer: offer, tenant, control))
            self.controls.end(plan.id)
          }
        case .run(let plan):
          // Known before the task begins, so that what is asked of the run at once is not lost.
          let control = controls.control(of: plan.id)
          group.addTask {
            self.post(await self.carryOut(plan, tenant, control))
            self.controls.end(plan.id)
          }
        case .pauseRun(let plan): controls.turn(plan) { $0.pause() }
        case .goOn(let plan): controls.turn(plan) { $0.goOn() }
        case .stopRun(let plan): controls.turn(plan) { $0.stop() }
        case .leaveRun(let plan): controls.turn(plan) { $0.leave() }
        case .writePlan(let plan):
          group.addTask { self.post(.wrote(plan.id, tenant.planFiles.write(plan))) }
        case .exportRun(let number):
          group.addTask {
            self.post(.exported(number, await tenant.exporter.export(number)))
          }
        case .copy, .suspend:
          // These are the terminal's, which does them before they come here.
          break
        }
      }
      for job in jobs.withLock({ Array($0.values) }) { job.cancel() }
    }
  }

  /// Waits until no effect comes any more, where there is no tenant to carry them out against.
  package func runWithoutTenant() async {
    for await _ in queue {}
  }

  /// Carries out a plan, and says what became of each change.
  private func carryOut(
    _ plan: Plan, undoes: RunNumber? = nil, repeats: RunNumber? = nil, _ tenant: TenantAccess,
    _ control: RunControl
  ) async -> Message {
    let isOfOne = plan.isAboutOne && undoes == nil
    do {
      let outcome = try await tenant.engine(isOfMany: !plan.isAboutOne, pause: pause).run(
        plan, undoes: undoes, repeats: repeats, control: control
      ) { update in
        if !isOfOne {
          self.post(.update(update))
        } else if update.pause != nil {
          // Whoever pressed the key reads why; what is left undone is a new plan's.
          control.stop()
        }
      }
      return .ended(outcome.sayingWhatFailed)
    } catch {
      let explanation = Self.explanation(of: error)
      return isOfOne
        ? .finished(plan.report(refused: explanation)) : .refused(plan.id, explanation)
    }
  }

  /// Goes on with a run on record, and says what became of each change.
  private func goOn(
    with plan: Plan, of number: RunNumber, offer: ResumeOffer, _ tenant: TenantAccess,
    _ control: RunControl
  ) async -> Message {
    do {
      let outcome = try await tenant.engine(isOfMany: !plan.isAboutOne, pause: pause).resume(
        number, answers: offer.answers, reason: plan.reason, shown: offer.decisions,
        control: control
      ) { self.post(.update($0)) }
      return .ended(outcome.sayingWhatFailed)
    } catch {
      return .refused(plan.id, Self.explanation(of: error))
    }
  }

  private static func explanation(of error: any Error) -> Explanation {
    switch error {
    case let error as JournalError: Explanation(error.sentence, "Nothing was changed.")
    case let error as RunRefusal: error.explanation
    default: Explanation("It was broken off.", "Nothing was changed.")
    }
  }

  /// Starts a job that can be cancelled by its name.
  private func start(
    _ job: Job, in group: inout DiscardingTaskGroup, _ body: @escaping @Sendable () async -> Void
  ) {
    // It is registered under the lock that its end waits for: so its end always finds it.
    let task = jobs.withLock { jobs in
      let task = Task {
        await body()
        self.jobs.withLock { $0[job] = nil }
      }
      jobs[job] = task
      return task
    }
    group.addTask { await task.value }
  }
}

extension RunOutcome {
  /// The same, where changes that the journal had no room for say so.
  fileprivate var sayingWhatFailed: RunOutcome {
    guard let journalProblem else { return self }
    var outcome = self
    let error = plan.refusal(Explanation(journalProblem, "Nothing more was sent."))
    for index in outcome.report.outcomes.indices
    where outcome.report.outcomes[index].state == .notSent {
      outcome.report.outcomes[index].state = .failed(error)
    }
    return outcome
  }
}

extension Plan {
  /// That none of it was begun, for a reason.
  fileprivate func report(refused explanation: Explanation) -> PlanReport {
    let error = refusal(explanation)
    return PlanReport(
      plan: self, outcomes: changes.map { ChangeOutcome($0, .failed(error)) }, rolesNow: [:])
  }

  fileprivate func refusal(_ explanation: Explanation) -> APIError {
    APIError(
      .forbidden, changes.first?.call.operation ?? .removeUserRoles, explained: explanation)
  }
}
