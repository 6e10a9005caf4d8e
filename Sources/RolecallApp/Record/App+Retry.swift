import AccessModel

extension App {
  /// Why nothing of the run in view can be repeated now; `nil` where that is read.
  var obstacleToRetrying: String? {
    if let obstacle = obstacleToRevisiting { return obstacle }
    guard let session else { return "the tenant is not open yet" }
    if session.isReadOnly { return "this is read-only" }
    if isRunInView {
      guard let run = lastRun, run.number != nil else { return "the run is not on record" }
      return run.canGoOn ? Self.goesOnFirst : nil
    }
    guard let run = runOnRecord else { return "no run is under the cursor" }
    return run.state.canGoOn ? Self.goesOnFirst : nil
  }

  /// Reads what of the run in view would be repeated.
  mutating func retry(_ turn: inout Turn) {
    guard let number = numberInView else { return }
    revisit(
      number, by: .retryPlan(number), "Reading what of run \(number) is to be repeated …", &turn)
  }

  /// Asks whether what of a run was never accepted shall be sent again.
  mutating func ask(_ offer: RetryOffer, of number: RunNumber, _ turn: inout Turn) {
    guard let session else { return }
    let leftOut = offer.leftOut.map(Self.words)
    guard !offer.changes.isEmpty else {
      let why = leftOut.first.map { " \($0)." } ?? " All of it was accepted, or is so."
      turn.note(.information, "Nothing of run \(number) is to be repeated.\(why)")
      return
    }
    plansMade += 1
    ask(
      Plan(id: "\(run)-\(plansMade)", tenant: session.tenant, planned: offer.changes),
      origin: PlanOrigin(
        purpose: .retry, run: number, leftOut: leftOut,
        warnings: PlanOrigin.unread(offer.decisionsUnread)), &turn)
  }

  private static let goesOnFirst = "the run can still go on: o goes on with it"

  private static func words(for left: RetryOffer.LeftOut) -> String {
    let decision =
      (try? left.record.change()).map(left.decision.words)
      ?? "the journal's record of it cannot be understood"
    return "\(words(for: left.record)): \(decision)"
  }
}
