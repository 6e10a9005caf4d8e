import AccessModel

extension App {
  /// Why the run in view cannot be gone on with; `nil` where what that means is read.
  var obstacleToResuming: String? {
    if let obstacle = obstacleToRevisiting { return obstacle }
    guard let session else { return "the tenant is not open yet" }
    if session.isReadOnly { return "this is read-only" }
    if isRunInView {
      guard let run = lastRun, run.number != nil else { return "the run is not on record" }
      return run.canGoOn ? nil : Self.ended
    }
    guard let run = runOnRecord else { return "no run is under the cursor" }
    if let holder = run.holder { return "it is under way: \(holder)" }
    return run.state.canGoOn ? nil : Self.ended
  }

  /// Reads what going on with the run in view would come to.
  mutating func resume(_ turn: inout Turn) {
    guard let number = numberInView else { return }
    revisit(
      number, by: .resumePlan(number), "Reading what of run \(number) is left to do …", &turn)
  }

  /// Asks whether what is left of a run shall be sent.
  ///
  /// Where nothing is to be sent there is nothing to ask: the run is brought to its end by what was read.
  mutating func ask(_ offer: ResumeOffer, of number: RunNumber, _ turn: inout Turn) {
    guard let session else { return }
    let undecided = UndecidedChange.all(of: offer)
    if !undecided.isEmpty, decideScreen == nil {
      notice = nil
      show(DecideScreen(undecided, ofRun: number), &turn)
      return
    }
    let leftOut = Self.leftOut(of: offer)
    let changes = offer.toSend
    guard !changes.isEmpty else {
      if let first = leftOut.first {
        turn.note(.problem, "Nothing of run \(number) can be sent: \(first).")
      } else {
        begin(offer, of: number, &turn)
      }
      return
    }
    plansMade += 1
    ask(
      Plan(id: "\(run)-\(plansMade)", tenant: session.tenant, planned: changes),
      origin: PlanOrigin(
        purpose: .resume(offer), run: number,
        findings: offer.decisions.decisions.counts(of: offer.plan.changes)
          .map { "\($0.count.grouped): \($0.words)" },
        leftOut: leftOut, warnings: PlanOrigin.unread(offer.decisions.decisionsUnread)), &turn)
  }

  /// Goes on with a run, by what was shown.
  mutating func begin(_ offer: ResumeOffer, of number: RunNumber, _ turn: inout Turn) {
    lastRun = ActiveRun(offer.plan, resumes: number)
    turn.perform(.resume(offer.plan, of: number, shown: offer))
    show(RunScreen(offer.plan), &turn)
  }

  private static let ended = "it has come to its end; r repeats what was never accepted"

  /// The changes that wait for a person, each in a line with its reason.
  private static func leftOut(of offer: ResumeOffer) -> [String] {
    offer.decisions.places { decision in
      switch decision {
      case .askPerson, .askLog, .unread: true
      default: false
      }
    }.compactMap { place in
      guard offer.plan.changes.indices.contains(place) else { return nil }
      let change = offer.plan.changes[place]
      let record = ChangeRecord(change, includesEmail: false)
      return "\(words(for: record)): \(offer.decisions.decisions[place].words(for: change))"
    }
  }
}
