/// What going on with a run means for one of its changes.
///
/// A change that was accepted is never sent again, whatever is so now.
package enum ResumeDecision: Hashable, Sendable {
  /// It is sent: it never was, or certainly was not carried out.
  case send
  /// It was accepted and is so: there is nothing left to do.
  case recorded
  /// It was accepted, and what is so now could not be read.
  case recordedUnread(APIError)
  /// It is so already, and nothing on record says that the run did it.
  case alreadySo
  /// It is so, and whether the run or somebody else did it is not known.
  case soWithUncertainFate
  /// It is not so, although the run did it or found it so: decided again since, not by this run.
  case decidedAgainSince
  /// Somebody decided about it since the run began, and it was never sent.
  case decidedByOthers(LaterDecision)
  /// It is not so, and may or may not have been carried out: the tenant's log has to be asked for these
  /// correlation ids.
  case askLog(correlations: [String])
  /// The log cannot tell either: a person has to say whether it is sent.
  case askPerson
  /// A person was asked, and said to leave it.
  case leftByPerson
  /// It was refused: going on does not repeat it, a retry does.
  case refused(APIError.Code)
  /// What is so now could not be read: it is left for another time.
  case unread(APIError)
  /// The user does not exist any more.
  case userDeleted
  /// Another person has the user's id now.
  case userCreatedAnotherTime
  /// The role does not exist any more.
  case roleDeleted
  /// The record cannot be understood.
  case unreadableRecord

  /// Whether it leads to a write.
  package var sends: Bool { self == .send }

  /// What a person said of a change of which nobody knows whether it was carried out.
  package enum Answer: Hashable, Sendable {
    /// Send it.
    case send
    /// Leave it as it is.
    case leave
  }

  /// Decides about one change of a run.
  ///
  /// - Parameters:
  ///   - entry: What the journal has of it.
  ///   - run: Its run.
  ///   - truth: What is so now; users and roles count where they were read.
  ///   - log: What the tenant's log tells of attempts whose fate is uncertain.
  ///   - answer: What a person said, where one was asked.
  package init(
    on entry: ChangeEntry, of run: RunRecord, truth: TruthNow, log: LogEvidence = .notAsked,
    answer: Answer? = nil
  ) {
    guard let change = try? entry.record.change() else {
      self = .unreadableRecord
      return
    }
    let isSo = truth.isSo(change)
    var fate = entry.fate
    if fate == .uncertain, case .found = log { fate = .accepted }
    switch fate {
    case .accepted:
      switch isSo {
      case .known(true): self = .recorded
      case .known(false): self = .decidedAgainSince
      case .unknown(let error): self = change.hasState ? .recordedUnread(error) : .recorded
      }
    case .alreadySo:
      self = isSo.value == false ? .decidedAgainSince : .alreadySo
    case .uncertain:
      self = Self.uncertain(entry, change, isSo, run, truth, log, answer)
    case .refused(let code) where !code.concernsRun:
      self = isSo.value == true ? .alreadySo : .refused(code)
    case .notSent, .refused:
      self = Self.unsent(entry, change, isSo, run, truth)
    }
  }

  /// For a change that certainly was not carried out.
  static func unsent(
    _ entry: ChangeEntry, _ change: Change, _ isSo: Fact<Bool>, _ run: RunRecord,
    _ truth: TruthNow
  ) -> ResumeDecision {
    if let obstacle = obstacle(entry, run, truth) { return obstacle }
    switch isSo {
    case .unknown(let error) where change.hasState: return .unread(error)
    case .known(true): return .alreadySo
    case .known(false), .unknown: break
    }
    if let decision = truth.decidedSince[change.subject] { return .decidedByOthers(decision) }
    // It was so when the plan was made, and is not now: that was somebody else's decision.
    if entry.record.before.isAlready(change) || entry.readBefore.isAlready(change) {
      return .decidedAgainSince
    }
    return .send
  }

  private static func uncertain(
    _ entry: ChangeEntry, _ change: Change, _ isSo: Fact<Bool>, _ run: RunRecord,
    _ truth: TruthNow, _ log: LogEvidence, _ answer: Answer?
  ) -> ResumeDecision {
    switch isSo {
    case .known(true): return .soWithUncertainFate
    case .unknown(let error) where change.hasState: return .unread(error)
    case .known(false), .unknown: break
    }
    if let obstacle = obstacle(entry, run, truth) { return obstacle }
    if let decision = truth.decidedSince[change.subject] { return .decidedByOthers(decision) }
    if log.rulesOut(entry.attempts) {
      return unsent(entry, change, isSo, run, truth)
    }
    if log == .notAsked { return .askLog(correlations: entry.uncertainCorrelations) }
    switch answer {
    case nil: return .askPerson
    case .send: return .send
    case .leave: return .leftByPerson
    }
  }

  /// Why whom or what it concerns forbids sending it; users and roles that were not read do not.
  private static func obstacle(
    _ entry: ChangeEntry, _ run: RunRecord, _ truth: TruthNow
  ) -> ResumeDecision? {
    if let then = entry.record.user, let fact = truth.users[then.id] {
      switch fact {
      case .unknown(let error): return .unread(error)
      case .known(nil): return .userDeleted
      case .known(let user?):
        if user.isSame(as: then, recordedAt: entry.firstSent ?? run.startedAt) == false {
          return .userCreatedAnotherTime
        }
      }
    }
    if let role = entry.record.role, let fact = truth.roles[role.id], case .known(nil) = fact {
      return .roleDeleted
    }
    return nil
  }
}

extension Change {
  /// Whether reading can tell that it is so; for ended sessions nothing can.
  var hasState: Bool { kind != .revokeAccess }
}

extension APIError.Code {
  /// Whether a refusal speaks of the run's credential or its pace rather than of the one change.
  var concernsRun: Bool {
    switch self {
    case .unauthorized, .forbidden, .rateLimited, .unreachable: true
    case .badRequest, .notFound, .conflict, .timedOut, .interrupted, .serverError,
      .unreadableAnswer, .answerTooLarge, .unexpectedStatus:
      false
    }
  }
}
