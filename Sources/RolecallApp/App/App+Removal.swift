import AccessModel
import Canvas

extension App {
  /// Asks whether changes shall be made: what the trash key is about, and every other key that changes.
  ///
  /// Roles of the tenant that are taken from one user have a question of their own, which says permission
  /// by permission what that costs.
  ///
  /// - Parameter before: What was so before each, where that was read; in the order of the changes.
  mutating func ask(_ changes: [Change], before: [HeldBefore] = [], _ turn: inout Turn) {
    guard let session, let first = changes.first else { return }
    plansMade += 1
    let plan = Plan(
      id: "\(run)-\(plansMade)", tenant: session.tenant,
      planned: changes.enumerated().map { place, change in
        PlannedChange(change, before: before.indices.contains(place) ? before[place] : .notRead)
      })
    guard let user = first.user, plan.roles(from: user.id).count == plan.changes.count else {
      ask(plan, &turn)
      return
    }
    let generation = turn.read(.removalFacts(user, removing: plan.roles(from: user.id)))
    dialog = RemovalDialog(plan: plan, reading: generation, revision: nextRevision())
    notice = nil
  }

  /// Asks whether a role shall be taken from members of it: of one as the trash key does on a user.
  mutating func askToRemove(
    _ role: Role, from members: [RoleMember], isEverybody: Bool = false, _ turn: inout Turn
  ) {
    guard let session, let first = members.first else { return }
    if members.count == 1 {
      ask(
        [.removeRole(role, from: User(id: first.id, name: first.name, email: first.email))], &turn)
      return
    }
    plansMade += 1
    ask(
      Plan(
        id: "\(run)-\(plansMade)", tenant: session.tenant, removing: role, fromMembers: members),
      isAboutEverybody: isEverybody, &turn)
  }

  /// Asks whether a plan shall be carried out.
  mutating func ask(
    _ plan: Plan, isAboutEverybody: Bool = false, origin: PlanOrigin? = nil,
    _ turn: inout Turn
  ) {
    planDialog = PlanDialog(
      plan: plan, isAboutEverybody: isAboutEverybody, origin: origin,
      reading: turn.read(.planFindings(plan, fully: false)), revision: nextRevision())
    notice = nil
  }

  /// The question that is open, whichever it is.
  var question: (any Question)? {
    get {
      if let dialog { return dialog }
      return planDialog
    }
    set {
      dialog = newValue as? RemovalDialog
      planDialog = newValue as? PlanDialog
    }
  }

  /// Shows what was read for the open question.
  mutating func receiveFindings(_ reply: Reply, _ turn: inout Turn) {
    guard let session, question?.take(reply, in: session) == true else { return }
    disarm()
  }

  /// Takes what the open question made of a key, a paste or a click.
  mutating func follow(_ verdict: QuestionVerdict, _ turn: inout Turn) {
    switch verdict {
    case .stay:
      break
    case .tooEarly:
      // Somebody is typing: what comes next may still belong to it, so the wait begins anew.
      disarm()
    case .cancel:
      if question?.isReading == true { turn.cancel(question?.reading) }
      question = nil
    case .confirm:
      guard var plan = question?.plan else { return }
      plan.reason = question?.consent.reason.text ?? ""
      let origin = planDialog?.origin
      question = nil
      begin(plan, from: origin, &turn)
    case .check:
      guard var dialog = planDialog else { return }
      dialog.reading = turn.read(.planFindings(dialog.plan, fully: true))
      dialog.isReading = true
      planDialog = dialog
      disarm()
    case .write:
      guard var plan = question?.plan else { return }
      plan.reason = question?.consent.reason.text ?? ""
      turn.perform(.writePlan(plan))
    }
  }

  /// Lets keys act on the open question, where it still shows what was held.
  mutating func arm(_ hold: InputHold) {
    if question?.revision == hold.revision { question?.consent.isArmed = true }
  }

  /// Takes back that keys may act on the open question, until what it shows has stood for a while.
  mutating func disarm() {
    guard var question else { return }
    question.consent.isArmed = false
    question.consent.revision = nextRevision()
    self.question = question
  }

  /// Says in the open question what became of writing its plan.
  mutating func wrote(_ plan: String, _ writing: PlanWriting) {
    guard planDialog?.plan.id == plan else { return }
    planDialog?.written = writing
    planDialog?.isListing = false
    planDialog?.consent.scroll = 0
    disarm()
  }

  private mutating func nextRevision() -> Int {
    lastNumber += 1
    return lastNumber
  }
}
