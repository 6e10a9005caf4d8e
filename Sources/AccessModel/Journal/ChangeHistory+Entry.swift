extension ChangeHistory {
  /// What the journal has of the change, as what goes on with a run or takes it back asks; `nil` where
  /// the change was purged.
  package var entry: ChangeEntry? {
    guard let record = change?.record else { return nil }
    let reading = attempts.last?.intent.before ?? soAlready?.after
    return ChangeEntry(
      record: record, readBefore: reading?.value ?? .notRead,
      attempts: attempts.map { attempt in
        ChangeAttempt(
          at: attempt.intendedAt, tenantAt: attempt.tenantAt,
          correlation: attempt.intent.correlationID,
          requestID: attempt.answer?.requestID, answer: attempt.answer?.outcome ?? .unrecorded)
      },
      readAfter: soAlready == nil ? findings.last?.finding.after?.value ?? .notRead : .notRead,
      logID: logID)
  }

  /// The finding that it was so before anything was sent, where that is how it was.
  private var soAlready: ChangeFinding? {
    attempts.isEmpty ? findings.last { $0.finding.state == .alreadySo }?.finding : nil
  }
}

extension ChangeHistory.Attempt {
  /// The earliest that it can have left by the tenant's clock: its answer says what time it was there.
  fileprivate var tenantAt: Timestamp {
    guard let answeredAt, let tenantTime = answer?.tenantTime else { return intendedAt }
    let behind = max(0, answeredAt.milliseconds - tenantTime.milliseconds)
    return Timestamp(milliseconds: intendedAt.milliseconds - behind)
  }
}

extension RunRecord.State {
  /// Where a run stands, by its steps and by what was sent.
  package init(_ summary: RunSummary) {
    switch summary.state {
    case .open: self = summary.progress.sent == 0 ? .planned : .running
    case .paused: self = .paused
    case .interrupted: self = .interrupted
    case .done, .cancelled: self = .finished
    }
  }
}
