import AccessModel

extension App {
  /// Takes down that a run which changed something may be taken back for a while; ended sessions and deleted roles
  /// cannot.
  mutating func offerUndo(of outcome: RunOutcome) {
    let isReversible = zip(outcome.report.outcomes, outcome.plan.before).contains { done, before in
      done.state == .done && done.change.inverse(before: before).change != nil
    }
    guard isReversible else { return }
    undoOffer = OfferedUndo(
      run: outcome.number, offer: UndoOffer(run: outcome.plan.id, endedAt: Timestamp(now)))
  }

  /// A run that may be taken back by a key.
  package struct OfferedUndo: Hashable, Sendable {
    /// Its number.
    var run: RunNumber
    /// For how long.
    var offer: UndoOffer
  }

  /// The run that `u` takes back: the one that is shown or under the cursor of the runs, else this
  /// session's last one, for a while.
  var runToUndo: RunNumber? {
    if let run = runOnRecord { return run.id }
    guard let undoOffer, undoOffer.offer.stands(at: Timestamp(now)) else { return nil }
    return undoOffer.run
  }

  /// Why nothing can be taken back now; `nil` where something can.
  var obstacleToUndoing: String? {
    if let obstacle = obstacleToRevisiting { return obstacle }
    guard runToUndo == nil else { return nil }
    return isAmongRuns
      ? "no run is under the cursor"
      : "this session changed nothing in the last 15 minutes; older runs are under Changes, 4"
  }

  /// Reads what would take a run back; the question comes once that is known.
  mutating func undo(_ turn: inout Turn) {
    guard let run = runToUndo else { return }
    revisit(run, by: .undoPlan(run), "Reading what of run \(run) can be taken back …", &turn)
  }

  /// Asks whether a run shall be taken back, or says why it cannot be.
  mutating func ask(_ undo: UndoPlan, of number: RunNumber, _ turn: inout Turn) {
    guard let session else { return }
    guard !undo.changes.isEmpty else {
      let why = undo.leftOut.first.map { " \(Self.words(for: $0))." } ?? ""
      turn.note(.problem, "Nothing of run \(number) can be taken back.\(why)")
      return
    }
    plansMade += 1
    ask(
      undo.plan(id: "\(run)-\(plansMade)", tenant: session.tenant),
      origin: PlanOrigin(
        purpose: .undo, run: number, leftOut: undo.leftOut.map(Self.words),
        warnings: Self.growth(of: undo) + PlanOrigin.unread(undo.decisionsUnread)),
      &turn)
  }

  private static func words(for left: UndoPlan.LeftOut) -> String {
    "\(words(for: left.record)): \(left.reason.words)"
  }

  private static func growth(of undo: UndoPlan) -> [String] {
    undo.growth.sorted { $0.key < $1.key }.map { role, growth in
      let name = undo.changes.lazy.compactMap(\.change.role).first { $0.id == role }?.displayName
      switch growth {
      case .gains(let permissions):
        let named = permissions.prefix(3).map(\.name).joined(separator: ", ")
        let rest = permissions.count > 3 ? " and \(permissions.count - 3) more" : ""
        return "\(name ?? role.rawValue) gives more now than then: \(named)\(rest)"
      case .unknown:
        return "Not known: whether \(name ?? role.rawValue) gives more now than then"
      }
    }
  }
}
