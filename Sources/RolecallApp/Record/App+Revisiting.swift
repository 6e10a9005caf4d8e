import AccessModel

extension App {
  /// What is read before a run on record can be taken back, repeated or gone on with.
  package struct Revisiting: Hashable, Sendable {
    /// The read.
    var generation: Generation
    /// The run.
    var run: RunNumber
  }

  /// The run on record that is shown, or that is under the cursor of the runs.
  var runOnRecord: RunSummary? {
    path.last?.as(ChangesScreen.self)?.current ?? recordScreen?.run
  }

  /// The record of a run, where it is in view.
  package var recordScreen: RecordScreen? { path.last?.as(RecordScreen.self) }

  /// Whether what is in view is about runs on record.
  var isAmongRuns: Bool { recordScreen != nil || path.last?.as(ChangesScreen.self) != nil }

  /// Opens the run under the cursor: on its own screen while it is under way here, else what is on record.
  mutating func openRun(_ turn: inout Turn) {
    guard let run = runOnRecord else { return }
    if let running, running.number == run.id {
      show(RunScreen(running.plan), &turn)
    } else {
      show(RecordScreen(run), &turn)
    }
  }

  /// The number of the run whose own screen is in view, or that is on record there.
  var numberInView: RunNumber? { isRunInView ? lastRun?.number : runOnRecord?.id }

  /// Why nothing can be begun about a run on record now; `nil` where something can.
  var obstacleToRevisiting: String? {
    if let running { return running.obstacle }
    return revisiting == nil ? nil : "what is so now is still being read"
  }

  /// Reads what is to be done about a run; the question comes once that is known.
  mutating func revisit(
    _ run: RunNumber, by read: Read, _ words: String, _ turn: inout Turn
  ) {
    revisiting = Revisiting(generation: turn.read(read), run: run)
    turn.note(.information, words)
  }

  /// Asks about a run on record, or says why there is nothing to ask.
  mutating func receiveRevisit(_ reply: Reply, _ turn: inout Turn) {
    guard let revisiting, let session else { return }
    self.revisiting = nil
    if case .failed(let error) = reply {
      let explanation = error.explanation(tenant: session.tenant.domain)
      turn.note(.problem, "\(explanation.problem) \(explanation.remedy)")
      return
    }
    // Somebody who asks about something else meanwhile is not interrupted.
    guard question == nil, running == nil else { return }
    switch reply {
    case .undoPlan(let undo): ask(undo, of: revisiting.run, &turn)
    case .retryOffer(let offer): ask(offer, of: revisiting.run, &turn)
    case .resumeOffer(let offer): ask(offer, of: revisiting.run, &turn)
    default: break
    }
  }

  /// Whom and what a change on record is about, in a line.
  static func words(for record: ChangeRecord) -> String {
    let who = record.user.map { $0.name ?? $0.id.rawValue }
    let what = record.role?.name ?? record.permission?.name ?? record.api?.name
    let names = [who, what].compactMap(\.self)
    return names.isEmpty ? "it" : names.joined(separator: ", ")
  }
}
