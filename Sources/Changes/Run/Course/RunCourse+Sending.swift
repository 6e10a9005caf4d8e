import AccessModel

extension RunCourse {
  /// Makes calls.
  func send(_ calls: [PlannedCall], readsFirst: Bool) async {
    var rest: [PlannedCall]? = calls
    await send(readsFirst: readsFirst) { rest.take() }
  }

  /// Makes calls, about twice as many in hand as under way: while some are sent, others are put on record.
  ///
  /// - Parameter next: Waits for more of them; `nil` where there are no more.
  func send(readsFirst: Bool, _ next: () async -> [PlannedCall]?) async {
    await withTaskGroup(of: Void.self) { group in
      var number = 0
      while let calls = await next() {
        for call in calls {
          if number >= engine.inFlight * 2 { await group.next() }
          guard await mayGoOn() else { return }
          group.addTask { await self.send(call, readsFirst: readsFirst) }
          number += 1
          if withTally({ $0.log.takeTurn() }) { group.addTask { await self.lookIntoLog() } }
        }
      }
    }
  }

  private func send(_ call: PlannedCall, readsFirst: Bool) async {
    var places = call.places
    if readsFirst {
      // Cancelled while it read: nothing has left.
      guard let rest = try? await readAndSettle(places) else { return }
      places = rest
    }
    guard !places.isEmpty else { return }
    if call.call == .assignRoleToUsers {
      await sendChunks(places)
      return
    }
    var isLastTry = false
    while await mayGoOn() {
      let sending = await attempt(call.call, places)
      switch sending {
      // The run came to stand still while it waited for its turn.
      case nil: continue
      case .accepted: for _ in places { note(.done) }
      case .lost(let error): for _ in places { note(.unknown(error)) }
      case .refused(let error):
        for _ in places { note(.failed(error)) }
        // Certainly nothing was carried out, and whoever goes on has seen to the token.
        if error.stopsRun, !isLastTry {
          isLastTry = true
          continue
        }
      }
      return
    }
  }

  /// Gives a role to users in chunks; a chunk that is refused is split until it is known for whom.
  private func sendChunks(_ places: [Int]) async {
    var placeOf: [UserID: Int] = [:]
    for place in places {
      if let user = plan.changes[place].user?.id { placeOf[user] = place }
    }
    var chunks = UserChunks(places.compactMap { plan.changes[$0].user?.id })
    var isLastTry = false
    while let chunk = chunks.next, await mayGoOn() {
      let part = chunk.compactMap { placeOf[$0] }
      switch await attempt(.assignRoleToUsers, part) {
      case nil: continue
      case .accepted:
        for _ in part { note(.done) }
        chunks.accept()
      case .lost(let error):
        note(.unknown(error))
        chunks.lose(holding: nil)
      case .refused(let error) where error.speaksOfRun:
        note(.failed(error))
        if isLastTry { return }
        isLastTry = true
        chunks.refuse(error, holding: [])
      case .refused(let error):
        // Of many that one is refused with, none has failed yet.
        if part.count == 1 { note(.failed(error)) }
        guard let holding = try? await holding(part) else { return }
        await settle(
          holding.compactMap { user in placeOf[user].map { ($0, .soMeanwhile(error)) } })
        chunks.refuse(error, holding: holding)
      }
    }
  }

  /// Who of a chunk holds the role now; those who could not be read count as not holding it.
  private func holding(_ places: [Int]) async throws -> Set<UserID> {
    let answer = try await truth(about: places)
    withTally { $0.take(answer) }
    return Set(
      places.compactMap { place in
        let change = plan.changes[place]
        return answer.states[change.subject]?.value?.isAlready(change) == true
          ? change.user?.id : nil
      })
  }

  /// Sends changes once: puts the intent on record, then makes the call, then puts its answer on record.
  ///
  /// - Returns: What came of it; `nil` where nothing left, because the run ended or stands still.
  private func attempt(_ call: Change.Call, _ places: [Int]) async -> RunTally.Sending? {
    guard let first = places.first else { return nil }
    let (intents, correlation) = withTally { tally in
      for place in places { tally.attempts[place] += 1 }
      let correlation = Correlation(
        plan: tally.plan.id, place: first, attempt: tally.attempts[first]
      ).text
      let intents = places.map { place in
        ChangeIntent(
          change: place, attempt: tally.attempts[place], correlationID: correlation,
          before: ChangeReading(
            tally.truth[tally.plan.changes[place].subject]?.value ?? .notRead))
      }
      return (intents, correlation)
    }
    // Only once this is on disk may the request leave.
    guard await persist({ try await $0.intend(intents) }) else { return nil }
    let changes = places.map { plan.changes[$0] }
    let (sending, receipt) = await slots.hold { await send(call, changes, correlation) }
    let now = engine.now()
    withTally { tally in
      tally.callsLeft -= 1
      if let sending { tally.sent(places, sending, at: now) }
      switch sending {
      case .accepted: tally.log.note(places, correlation, at: receipt?.tenantTime)
      case .lost: for place in places { tally.lost[place] = correlation }
      case .refused, nil: break
      }
    }
    report()
    await persist { record in
      try await record.record(
        intents.map { ChangeAnswer(change: $0.change, attempt: $0.attempt, sending, receipt) })
    }
    return sending
  }

  /// Makes a call, unless the run ended or stands still by now.
  private func send(
    _ call: Change.Call, _ changes: [Change], _ correlation: String
  ) async -> (RunTally.Sending?, WriteReceipt?) {
    // Whatever happened while it waited for its turn: it has not left yet.
    guard control.isOpen, !Task.isCancelled, withTally({ $0.failure == nil }) else {
      return (nil, nil)
    }
    do {
      return (.accepted, try await writer.send(call, changes, correlation: correlation))
    } catch let error as APIError {
      return (error.isAnswered ? .refused(error) : .lost(error), nil)
    } catch {
      // A call that was broken off may have arrived.
      return (.lost(APIError(.interrupted, call.operation)), nil)
    }
  }
}

/// What names one call in the tenant's log: the plan, the place of its first change, and which attempt.
struct Correlation: Hashable, Sendable {
  let text: String

  init(plan: String, place: Int, attempt: Int) {
    text = Self.prefix(ofPlan: plan) + "\(place)-\(attempt)"
  }

  /// What a call's name begins with, where it may be one of a plan's run.
  static func prefix(of name: String) -> String? {
    name.lastIndex(of: ".").map { String(name[...$0]) }
  }

  /// What all calls of a plan's run begin with.
  static func prefix(ofPlan id: String) -> String {
    // A header takes 64 visible characters; what follows takes 14 at most.
    String(id.unicodeScalars.filter { ("!"..."~").contains($0) }.map(Character.init).prefix(48))
      + "."
  }
}

extension ChangeAnswer {
  /// What became of an attempt; `nil` is one that did not leave.
  fileprivate init(
    change: Int, attempt: Int, _ sending: RunTally.Sending?, _ receipt: WriteReceipt?
  ) {
    self.init(change: change, attempt: attempt, result: .notSent)
    switch sending {
    case nil: break
    case .accepted:
      result = .accepted
      (status, requestID, tenantTime) = (receipt?.status, receipt?.requestID, receipt?.tenantTime)
    case .refused(let error):
      result = error.status == nil ? .notSent : .refused
      take(error)
    case .lost(let error):
      result = .unanswered
      take(error)
    }
  }

  private mutating func take(_ error: APIError) {
    (code, status, problem) = (error.code, error.status, error.recordSentence)
    (requestID, tenantTime) = (error.requestID, error.tenantTime)
  }
}
