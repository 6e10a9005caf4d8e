import AccessModel

extension App {
  /// What is read before a run can be taken back.
  package struct Undoing: Hashable, Sendable {
    /// The read.
    var generation: Generation
    /// The run.
    var run: RunNumber
  }

  /// The run that `u` takes back: the one under the cursor of the runs, else this session's last one, for a
  /// while.
  var runToUndo: RunNumber? {
    if let screen = path.last?.as(ChangesScreen.self) { return screen.current?.id }
    guard let undoOffer, undoOffer.offer.stands(at: Timestamp(now)) else { return nil }
    return undoOffer.run
  }

  /// Why nothing can be taken back now; `nil` where something can.
  var obstacleToUndoing: String? {
    if let running { return running.obstacle }
    if undoing != nil { return "it is being read what can be taken back" }
    guard runToUndo == nil else { return nil }
    return path.last?.as(ChangesScreen.self) == nil
      ? "this session changed nothing in the last 15 minutes; older runs are under Changes, 4"
      : "no run is under the cursor"
  }

  /// Reads what would take a run back; the question comes once that is known.
  mutating func undo(_ turn: inout Turn) {
    guard let run = runToUndo else { return }
    undoing = Undoing(generation: turn.read(.undoPlan(run)), run: run)
    turn.note(.information, "Reading what of run \(run) can be taken back …")
  }

  /// Asks whether a run shall be taken back, or says why it cannot be.
  mutating func receiveUndo(_ reply: Reply, _ turn: inout Turn) {
    guard let undoing, let session else { return }
    self.undoing = nil
    switch reply {
    case .undoPlan(let undo):
      // Somebody who asks about something else meanwhile is not interrupted.
      guard question == nil, running == nil else { return }
      guard !undo.changes.isEmpty else {
        let why = undo.leftOut.first.map { " \(Self.words(for: $0))." } ?? ""
        turn.note(.problem, "Nothing of run \(undoing.run) can be taken back.\(why)")
        return
      }
      plansMade += 1
      ask(
        undo.plan(id: "\(run)-\(plansMade)", tenant: session.tenant),
        undo: PlanDialog.Undo(
          run: undoing.run, leftOut: undo.leftOut.map(Self.words), growth: Self.growth(of: undo)),
        &turn)
    case .failed(let error):
      let explanation = error.explanation(tenant: session.tenant.domain)
      turn.note(.problem, "\(explanation.problem) \(explanation.remedy)")
    default: break
    }
  }

  /// Takes down that a run which changed something may be taken back for a while.
  mutating func offerUndo(of outcome: RunOutcome) {
    guard outcome.count(where: { $0 == .done }) > 0 else { return }
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

  private static func words(for left: UndoPlan.LeftOut) -> String {
    let who = left.record.user.map { $0.name ?? $0.id.rawValue } ?? left.record.role?.name ?? "it"
    let what = left.record.role.map { ", \($0.name)" } ?? ""
    return "\(who)\(left.record.user == nil ? "" : what): \(left.reason.words)"
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
