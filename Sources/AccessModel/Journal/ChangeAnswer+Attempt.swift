extension ChangeAnswer {
  /// What became of an attempt.
  ///
  /// - Parameters:
  ///   - change: Which change of the plan, counted from 0.
  ///   - attempt: Which attempt at it, counted from 1.
  ///   - answer: What came of it; `nil` is returned where nothing did, since that is not to be recorded.
  ///   - requestID: The tenant's name for the call.
  ///   - tenantTime: The tenant's own time.
  ///   - problem: What went wrong, in a sentence.
  package init?(
    change: Int, attempt: Int, _ answer: ChangeAttempt.Answer, requestID: String? = nil,
    tenantTime: Timestamp? = nil, problem: String? = nil
  ) {
    self.init(
      change: change, attempt: attempt, result: .unanswered, requestID: requestID,
      tenantTime: tenantTime, problem: problem)
    switch answer {
    case .unrecorded: return nil
    case .accepted(let status): (result, self.status) = (.accepted, status)
    case .refused(let code, let status):
      (result, self.code, self.status) = (status == nil ? .notSent : .refused, code, status)
    case .lost(let code): (result, self.code) = (.unanswered, code)
    }
  }

  /// What came of the attempt, as what goes on with a run or takes it back asks.
  package var outcome: ChangeAttempt.Answer {
    switch result {
    case .accepted: .accepted(status: status ?? 200)
    case .refused: .refused(code ?? .unexpectedStatus, status: status)
    case .notSent: .refused(code ?? .unreachable, status: status)
    case .unanswered: .lost(code ?? .interrupted)
    }
  }
}
