package import AccessModel
package import Canvas

/// The question whether roles shall really be taken from a user.
///
/// It is built from a plan that was frozen when the trash key was pressed, so that nothing that moves
/// behind it can change what it is about.
package struct RemovalDialog: Question {
  /// What was read for it, and what follows from that.
  package struct Findings: Hashable, Sendable {
    /// What was read.
    package var facts: RemovalFacts
    /// What the removal costs.
    package var impact: RemovalImpact
    /// What it takes to confirm.
    package var rung: ConfirmRung

    /// Whether nothing of the plan is there to be removed.
    package var isPointless: Bool {
      facts.user.error?.code == .notFound || isNothingHeld
    }

    /// Whether the user holds none of the roles any more.
    package var isNothingHeld: Bool {
      facts.heldRoles.value != nil && isNothingLeft
    }

    fileprivate var isNothingLeft: Bool
  }

  /// What is to happen; only what its roles are called may change, to what they are called now.
  package private(set) var plan: Plan
  /// The read that gathers what is to be shown.
  package internal(set) var reading: Generation
  /// What that read brought; `nil` while it is under way.
  package internal(set) var findings: Findings?
  /// What has been made of it so far.
  package var consent: Consent

  /// A question about a plan for one user, whose cost is being read.
  package init(plan: Plan, reading: Generation, revision: Int) {
    self.plan = plan
    self.reading = reading
    consent = Consent(revision: revision)
  }

  /// Whom it is about, by the newest that is known.
  package var user: User {
    findings?.facts.user.value ?? plan.users.first ?? User(id: UserID(""))
  }

  /// What it takes to confirm; `nil` until that is known, and where there is nothing to remove.
  package var rung: ConfirmRung? {
    findings.flatMap { $0.isPointless ? nil : $0.rung }
  }

  /// The roles to be removed.
  package var roles: [Role] { plan.changes.compactMap(\.role) }

  /// Why the button does nothing; `nil` where it may be pressed.
  package func obstacle(in session: Session) -> String? {
    guard let findings else { return "What it costs is still being read" }
    if let bar = bar(in: session) { return bar }
    if findings.facts.user.error?.code == .notFound { return "The user does not exist any more" }
    if findings.isNothingHeld { return "The user does not hold this any more" }
    return missing(for: findings.rung)
  }

  /// Why nothing can be removed at all, whatever is typed; `nil` where it can.
  package func bar(in session: Session) -> String? {
    if session.isReadOnly { return "This is read-only" }
    if session.holds(.updateUsers) == false {
      return "The token may not remove roles: it needs update:users"
    }
    return nil
  }

  /// Takes what was read.
  mutating func take(_ facts: RemovalFacts, in session: Session) {
    // Where the user had not been read when the key was pressed, the plan knew no more than the id.
    plan = plan.naming(facts.heldRoles.value ?? [], user: facts.user.value)
    let impact = RemovalImpact(removing: roles, facts: facts)
    let isIdentityRead =
      facts.user.value != nil && facts.heldRoles.value != nil && facts.sameEmail.value != nil
    findings = Findings(
      facts: facts, impact: impact,
      rung: ConfirmRung(
        for: plan, impact: impact, isIdentityRead: isIdentityRead, session: session),
      isNothingLeft: impact.notHeld.count == roles.count)
  }

  package var confirmLabel: String { "Remove" }

  package var isReading: Bool { findings == nil }

  package mutating func take(_ reply: Reply, in session: Session) -> Bool {
    switch reply {
    case .removalFacts(let facts): take(facts, in: session)
    case .failed(let error): take(RemovalFacts(unknown: error), in: session)
    default: return false
    }
    return true
  }

  package func box(in session: Session, of size: Size) -> Dialog {
    var box = Dialog(
      title: roles.count == 1 ? "Remove a role" : "Remove \(roles.count) roles",
      corner: plan.tenant.domain, isDanger: plan.tenant.isProduction,
      head: headLines() + sameEmailLines(), body: bodyLines(in: session),
      foot: QuestionFoot.rows(for: rung))
    if box.layout(in: size).head.isEmpty {
      // On a low screen who exactly it is about keeps its place, and the others scroll.
      box.head = headLines()
      box.body = sameEmailLines() + box.body
    }
    return box
  }
}
