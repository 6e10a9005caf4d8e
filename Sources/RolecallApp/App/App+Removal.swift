import AccessModel
import Canvas

extension App {
  /// Asks whether roles shall be taken from a user: the trash key.
  mutating func askToRemove(_ roles: [Role], from user: User, _ turn: inout Turn) {
    guard let session, !roles.isEmpty else { return }
    plansMade += 1
    let plan = Plan(
      id: "\(run)-\(plansMade)", tenant: session.tenant,
      changes: roles.map { .removeRole($0, from: user) })
    let generation = turn.read(.removalFacts(user, removing: roles))
    dialog = RemovalDialog(plan: plan, reading: generation, revision: nextRevision())
    notice = nil
  }

  /// Shows what was read for the open question.
  mutating func receiveFindings(_ reply: Reply, _ turn: inout Turn) {
    guard let session else { return }
    switch reply {
    case .removalFacts(let facts): dialog?.take(facts, in: session)
    case .failed(let error): dialog?.take(RemovalFacts(unknown: error), in: session)
    default: return
    }
    disarm()
  }

  /// Takes what the open question made of a key, a paste or a click.
  mutating func follow(_ verdict: RemovalDialog.Verdict, _ turn: inout Turn) {
    switch verdict {
    case .stay:
      break
    case .tooEarly:
      // Somebody is typing: what comes next may still belong to it, so the wait begins anew.
      disarm()
    case .cancel:
      if dialog?.findings == nil { turn.cancel(dialog?.reading) }
      dialog = nil
    case .confirm:
      guard var plan = dialog?.plan else { return }
      plan.reason = dialog?.reason.text ?? ""
      dialog = nil
      running = plan
      turn.perform(.run(plan))
    }
  }

  /// Lets keys act on the open question, where it still shows what was held.
  mutating func arm(_ hold: InputHold) {
    if dialog?.revision == hold.revision { dialog?.isArmed = true }
  }

  /// Takes back that keys may act on the open question, until what it shows has stood for a while.
  mutating func disarm() {
    guard var dialog else { return }
    dialog.isArmed = false
    dialog.revision = nextRevision()
    self.dialog = dialog
  }

  /// Takes what became of a plan: says it, and shows the roles as they were read afterwards.
  mutating func finish(_ report: PlanReport, _ turn: inout Turn) {
    guard running?.id == report.plan.id else { return }
    running = nil
    let news = RemovalNews(report, tenant: report.plan.tenant)
    turn.note(news.kind, news.text)
    withEach { $0.take(report, &turn) }
    if isEndingAfterRun { isFinished = true }
  }

  private mutating func nextRevision() -> Int {
    lastNumber += 1
    return lastNumber
  }
}
