import AccessModel

extension RunCourse {
  /// Carries out changes of the plan, stage by stage, as far as nobody ends it.
  ///
  /// - Parameter places: Which, in the plan's order; the others are settled.
  /// - Throws: `CancellationError` where the task was cancelled.
  func carryOut(_ places: [Int]) async throws {
    let stages = RunStage.stages(of: places.count)
    guard let last = stages.last else { return }
    guard let list = ListedHolders(of: places[last.places].map { plan.changes[$0] }) else {
      return try await carryOut(places, stages, list: nil)
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      // Already while the first few are tried: it takes one call after the other.
      group.addTask {
        await list.read(by: self.truthReader) { pages in self.withTally { $0.listPages = pages } }
      }
      try await carryOut(places, stages, list: list)
      group.cancelAll()
    }
  }

  private func carryOut(
    _ places: [Int], _ stages: [RunStage], list: ListedHolders?
  ) async throws {
    var list = list
    for stage in stages {
      let part = Array(places[stage.places])
      if let list, stage == stages.last {
        try await carryOut(part, listed: list)
      } else {
        try await carryOut(part, isTrial: stage.isTrial)
      }
      guard control.end == nil, withTally({ $0.failure == nil }) else { return }
      let states = withTally { tally in part.map { tally.states[$0] ?? .notSent } }
      if !stage.allowsRest(after: states) {
        control.pause(.pattern(.trialFailed))
        guard await mayGoOn() else { return }
        // Nobody knows how long that took.
        list = nil
      }
    }
  }

  private func carryOut(_ places: [Int], isTrial: Bool) async throws {
    let users = Set(places.compactMap { plan.changes[$0].user?.id }).count
    let isBulk = users > TruthReader.userLimit
    enter(isTrial ? .trying : isBulk ? .preparing : .changing)
    var toSend = places
    if isBulk {
      // All is read at once; a refusal of that is no one change's.
      guard let rest = try await readAndSettle(places) else { return }
      toSend = rest
      enter(.changing)
    }
    let calls = plan.calls(for: toSend, assignsByRole: assignsByRole(users: users))
    withTally { $0.callsLeft = calls.count * (isBulk ? 1 : 2) + min(users, calls.count) }
    await send(calls, readsFirst: !isBulk)
    try Task.checkCancellation()
    try await verify(places, isBulk: isBulk)
  }

  /// Takes a role from many while its list is still being read: who was seen on it need not wait for the others.
  private func carryOut(_ places: [Int], listed list: ListedHolders) async throws {
    enter(.preparing)
    var unlisted = Dictionary(
      places.compactMap { place in plan.changes[place].user.map { ($0.id, place) } },
      uniquingKeysWith: { first, _ in first })
    withTally { $0.callsLeft = places.count + TruthReader.pages(of: places.count) }
    var pages = list.pages.makeAsyncIterator()
    await send(readsFirst: false) {
      guard let users = await pages.next(isolation: #isolation) else { return nil }
      let listed = users.compactMap { unlisted.removeValue(forKey: $0) }
      withTally { tally in
        for place in listed { tally.truth[tally.plan.changes[place].subject] = .known(.held(true)) }
        if !listed.isEmpty { tally.phase = .changing }
      }
      report()
      return plan.calls(for: listed)
    }
    try Task.checkCancellation()
    // That somebody is not on a list that was read while it changed proves nothing.
    if !unlisted.isEmpty, let rest = try await readAndSettle(unlisted.values.sorted()) {
      enter(.changing)
      await send(plan.calls(for: rest), readsFirst: false)
      try Task.checkCancellation()
    }
    try await verify(places, isBulk: true)
  }

  /// Reads what changes are about, with what is known of the lists already.
  ///
  /// - Throws: `CancellationError` alone.
  func truth(about places: [Int]) async throws -> TruthReader.Answer {
    try await truthReader.truth(
      about: places.lazy.map { self.plan.changes[$0] }, knowing: withTally { $0.listPages })
  }

  /// Whether a role is given to many users in one call.
  private func assignsByRole(users: Int) -> Bool {
    guard users > 1 else { return false }
    let lacking = engine.session.lacking(Change.Call.assignRoleToUsers.scopes)
    return lacking?.isEmpty ?? (users > TruthReader.userLimit)
  }

  /// Reads what changes are about, and settles those that are so already or cannot be read.
  ///
  /// What cannot be read is not written: nobody could tell afterwards what had been done.
  ///
  /// - Returns: What is left to be sent; `nil` where the run was ended instead.
  func readAndSettle(_ places: [Int]) async throws -> [Int]? {
    var isLastTry = false
    while true {
      guard await mayGoOn() else { return nil }
      let subjects = Set(places.map { plan.changes[$0].subject })
      let ahead = withTally { $0.useAhead(subjects) }
      let answer = if let ahead { ahead } else { try await truth(about: places) }
      let isPausing = answer.states.values.contains { $0.error?.stopsRun ?? false }
      if isPausing, !isLastTry {
        pause(for: answer.states.values.lazy.compactMap(\.error).first { $0.stopsRun })
        isLastTry = true
        if await mayGoOn() { continue }
      }
      var settled: [(place: Int, state: ChangeOutcome.State)] = []
      var rest: [Int] = []
      withTally { $0.take(answer) }
      for place in places {
        let change = plan.changes[place]
        switch answer.states[change.subject] {
        case .known(let now)?:
          if now.isAlready(change) {
            settled.append((place, .alreadySo))
          } else {
            rest.append(place)
          }
        case .unknown(let error)?: settled.append((place, .failed(error)))
        case nil: rest.append(place)
        }
      }
      await settle(settled)
      for (_, state) in settled { note(state) }
      return rest
    }
  }

  /// Pauses the run for an error that speaks of the token.
  func pause(for error: APIError?) {
    guard let error else { return }
    control.pause(.pattern(error.code == .forbidden ? .forbidden : .unauthorized))
  }
}

extension APIError {
  /// Whether it speaks of the token: until somebody has seen to that, everything fails alike.
  var stopsRun: Bool {
    operation == .getToken || code == .unauthorized || code == .forbidden
  }

  /// Whether it speaks of the run's token, pace or way rather than of what the call was about.
  var speaksOfRun: Bool { stopsRun || code == .rateLimited || code == .unreachable }
}
