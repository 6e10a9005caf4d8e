import AccessModel

extension RunCourse {
  /// How long to wait before reading again where the tenant still shows the old state.
  static let patience: [Duration] = [.seconds(2), .seconds(10)]

  /// Reads again what was sent, and settles it by what is so.
  ///
  /// - Parameters:
  ///   - places: The changes that may have been sent.
  ///   - isBulk: Whether there are so many that a run that is left does not wait for them.
  /// - Throws: `CancellationError` where the task was cancelled.
  func verify(_ places: [Int], isBulk: Bool) async throws {
    let sendings = withTally { tally in
      Dictionary(
        places.compactMap { place in tally.sendings[place].map { (place, $0) } },
        uniquingKeysWith: { first, _ in first })
    }
    guard !sendings.isEmpty, !(isBulk && control.end == .leave) else { return }
    if isBulk { enter(.verifying) }
    let sent = sendings.keys.sorted()
    var open = try await settled(sent, sendings, isLast: false)
    for (number, wait) in Self.patience.enumerated() where !open.isEmpty {
      let isPatient = control.end != .leave
      if isPatient {
        do {
          try await engine.pause(wait)
        } catch {
          try Task.checkCancellation()
          break
        }
      }
      open = try await settled(
        open, sendings, isLast: number == Self.patience.count - 1 || !isPatient)
    }
    // The pause ended early: what is known by then is told.
    if !open.isEmpty { await settle(open.map { ($0, state($0, sendings) ?? .notInEffect) }) }
  }

  /// Reads changes again, and settles those that need not be read once more.
  ///
  /// - Returns: Those that were accepted, and of which that cannot be seen yet.
  private func settled(
    _ places: [Int], _ sendings: [Int: RunTally.Sending], isLast: Bool
  ) async throws -> [Int] {
    let answer = try await truthBesideLog(about: places)
    withTally { $0.take(answer) }
    var states: [(place: Int, state: ChangeOutcome.State)] = []
    var open: [Int] = []
    for place in places {
      let state = state(place, sendings) ?? .notInEffect
      // A refusal does not become an acceptance by waiting.
      if sendings[place] == .accepted, state != .done, !isLast {
        open.append(place)
      } else {
        states.append((place, state))
      }
    }
    await settle(states)
    return open
  }

  /// What became of a change, by how it was sent and what was read.
  private func state(
    _ place: Int, _ sendings: [Int: RunTally.Sending]
  ) -> ChangeOutcome.State? {
    let change = plan.changes[place]
    let fact = withTally { $0.truth[change.subject] }
    let isSo = fact?.value.map { $0.isAlready(change) }
    switch (sendings[place], isSo) {
    case (nil, _): return nil
    // Nothing can be read of sessions that have ended; that it was accepted is all there is.
    case (.accepted, _) where change.kind == .revokeAccess: return .done
    // A lost answer does not matter where what was wanted is so.
    case (.accepted, true), (.lost, true): return .done
    case (.accepted, false): return .notInEffect
    case (.accepted, nil):
      return .unknown(fact?.error ?? APIError(.unreadableAnswer, change.readOperation))
    case (.refused(let error), true): return .soMeanwhile(error)
    case (.refused(let error), _): return .failed(error)
    case (.lost(let error), _): return .unknown(error)
    }
  }
}
