import AccessModel

extension RunCourse {
  /// Carries out changes of the plan, stage by stage, as far as nobody ends it.
  ///
  /// - Parameter places: Which, in the plan's order; the others are settled.
  /// - Throws: `CancellationError` where the task was cancelled.
  func carryOut(_ places: [Int]) async throws {
    for stage in RunStage.stages(of: places.count) {
      let part = Array(places[stage.places])
      try await carryOut(part, isTrial: stage.isTrial)
      guard control.end == nil, withTally({ $0.failure == nil }) else { return }
      let states = withTally { tally in part.map { tally.states[$0] ?? .notSent } }
      if !stage.allowsRest(after: states) {
        control.pause(.pattern(.trialFailed))
        guard await mayGoOn() else { return }
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
      let answer = try await truthReader.truth(about: places.lazy.map { self.plan.changes[$0] })
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
