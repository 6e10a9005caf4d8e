/// What became of one change, as it was read back from the tenant.
package struct ChangeOutcome: Hashable, Sendable {
  /// What is known to be so.
  package enum State: Hashable, Sendable {
    /// The call was accepted, and reading again shows that it is so.
    case done
    /// It was so before anything was sent: nothing was.
    case alreadySo
    /// It was sent and refused, and is so nevertheless: somebody else made it so meanwhile.
    case soMeanwhile(APIError)
    /// The call was accepted, but reading again still shows the old state.
    case notInEffect
    /// Nothing changed, for this reason.
    case failed(APIError)
    /// It was sent, and nobody knows: the answer or the reading afterwards failed.
    case unknown(APIError)
    /// It was not sent: what was read before a run went on spoke against it.
    case leftOut(ResumeDecision)
    /// It was not sent: the run ended before its turn came.
    case notSent
  }

  /// The change.
  package var change: Change
  /// What became of it.
  package var state: State

  /// An outcome.
  package init(_ change: Change, _ state: State) {
    self.change = change
    self.state = state
  }
}

extension ChangeOutcome.State {
  /// Whether it is as the plan wants it, by whomever.
  package var isSo: Bool {
    switch self {
    case .done, .alreadySo, .soMeanwhile: true
    case .leftOut(let decision): decision.isSettled
    case .notInEffect, .failed, .unknown, .notSent: false
    }
  }

  /// What went wrong with it, where a call did.
  package var error: APIError? {
    switch self {
    case .failed(let error), .unknown(let error): error
    case .leftOut(.unread(let error)), .leftOut(.recordedUnread(let error)): error
    case .done, .alreadySo, .soMeanwhile, .notInEffect, .leftOut, .notSent: nil
    }
  }
}

extension ResumeDecision {
  /// Whether it is as the plan wants it without anything being sent.
  var isSettled: Bool {
    switch self {
    case .recorded, .alreadySo, .soWithUncertainFate: true
    case .send, .recordedUnread, .decidedAgainSince, .decidedByOthers, .askLog, .askPerson,
      .leftByPerson, .refused, .unread, .userDeleted, .userCreatedAnotherTime, .roleDeleted,
      .unreadableRecord:
      false
    }
  }
}
