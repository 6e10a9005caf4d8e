package import AccessModel
package import Canvas

/// The question whether roles shall really be taken from a user.
///
/// It is built from a plan that was frozen when the trash key was pressed, so that nothing that moves
/// behind it can change what it is about.
package struct RemovalDialog: Hashable, Sendable {
  /// What the keys act on.
  package enum Focus: Hashable, Sendable {
    case cancel
    case phrase
    case reason
    case remove
  }

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
  /// The number of what is shown: another one means that something else is shown, or that a key came too
  /// early.
  package internal(set) var revision: Int
  /// Whether keys may act: a while after the last change of what is shown.
  package internal(set) var isArmed = false
  /// What the keys act on.
  package internal(set) var focus = Focus.cancel
  /// What has been typed of the phrase.
  package internal(set) var phrase = TextField()
  /// Why it is done, in the person's words.
  package internal(set) var reason = TextField()
  /// Why the last try to confirm did nothing, until the next key.
  package internal(set) var refusal: String?
  /// How far what does not fit is scrolled.
  package internal(set) var scroll = 0

  /// A question about a plan for one user, whose cost is being read.
  package init(plan: Plan, reading: Generation, revision: Int) {
    self.plan = plan
    self.reading = reading
    self.revision = revision
  }

  /// Whom it is about, by the newest that is known.
  package var user: User {
    findings?.facts.user.value ?? plan.users.first ?? User(id: UserID(""))
  }

  /// What it takes to confirm; `nil` until that is known, and where there is nothing to remove.
  var rung: ConfirmRung? {
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
    if let wanted = findings.rung.phrase, phrase.text != wanted.text {
      return "Type \(wanted.text) first"
    }
    if findings.rung.needsReason, reason.text.allSatisfy(\.isWhitespace) {
      return "Give a reason first"
    }
    return nil
  }

  /// Why nothing can be removed at all, whatever is typed; `nil` where it can.
  func bar(in session: Session) -> String? {
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

  /// What Tab goes through.
  var stops: [Focus] {
    rung?.phrase == nil
      ? [.cancel, .reason, .remove] : [.cancel, .phrase, .reason, .remove]
  }
}
