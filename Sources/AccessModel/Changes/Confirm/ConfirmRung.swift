/// What it takes to confirm a plan: the first rung of the ladder that fits, from the top.
package enum ConfirmRung: Hashable, Sendable {
  /// The tenant's name is typed, and a reason given.
  case tenantName(Phrase)
  /// A role's name is typed: the last holder's, a privileged one, one that is deleted.
  case roleName(Phrase)
  /// An API's name is typed, whose RBAC changes.
  case apiName(Phrase)
  /// The number of changes is typed.
  case count(Phrase)
  /// One key, or Tab to the button and Enter.
  case key

  /// A text to type, exactly.
  package struct Phrase: Hashable, Sendable {
    /// What to type: printable ASCII, 24 characters at most.
    package let text: String
    /// Of what it is the end, where the name itself cannot be typed: a role's id, a domain.
    package let isEndOfID: Bool

    /// The name, or the last six characters of the id where the name is long or not printable ASCII.
    package init(name: String, id: String) {
      let isTypable =
        !name.isEmpty && name.utf8.count <= 24
        && name.utf8.allSatisfy { (0x20...0x7E).contains($0) }
        && name.utf8.first != 0x20 && name.utf8.last != 0x20
      text = isTypable ? name : String(id.suffix(6))
      isEndOfID = !isTypable
    }
  }

  /// Chooses the rung for a plan.
  ///
  /// - Parameters:
  ///   - plan: What is about to happen.
  ///   - impact: What was computed from what could be read.
  ///   - isIdentityRead: Whether the user, the roles held and the accounts with the same email could all
  ///     be read again.
  ///   - session: Which roles are privileged.
  package init(for plan: Plan, impact: RemovalImpact, isIdentityRead: Bool, session: Session) {
    // What could not be read may be the worse case: the stricter rung applies.
    let isComplete = isIdentityRead && impact.areGrantsKnown && impact.permissionsUnknown.isEmpty
    self.init(
      for: plan, session, critical: impact.lastHolderOf + impact.holdersUnknown,
      isComplete: isComplete)
  }

  /// Chooses the rung for a plan of any size.
  ///
  /// - Parameters:
  ///   - plan: What is about to happen.
  ///   - impact: What was computed from what could be read.
  ///   - isIdentityRead: Whether whom it concerns could be read again; for a plan of many that is the
  ///     runner's to do.
  ///   - session: Which roles are privileged.
  package init(for plan: Plan, impact: PlanImpact, isIdentityRead: Bool, session: Session) {
    self.init(
      for: plan, session, critical: impact.lastHolderOf + impact.holdersUnknown,
      isComplete: isIdentityRead && impact.isComplete)
  }

  private init(for plan: Plan, _ session: Session, critical: [Role], isComplete: Bool) {
    let count = plan.changes.count
    if count > 100 || (count > 1 && plan.tenant.isProduction) {
      self = .tenantName(Phrase(name: plan.tenant.name, id: plan.tenant.name))
      return
    }
    for change in plan.changes {
      if case .setRBAC(let api, _) = change {
        self = .apiName(Phrase(name: api.name, id: api.identifier))
        return
      }
    }
    let roles = plan.changes.compactMap(\.role)
    let named =
      plan.changes.first { $0.kind == .deleteRole }?.role ?? critical.first
      ?? roles.first(where: session.isPrivileged) ?? (isComplete ? nil : roles.first)
    if let role = named {
      self = .roleName(Phrase(name: role.name, id: role.id.rawValue))
    } else if count > 1 {
      self = .count(Phrase(name: String(count), id: String(count)))
    } else {
      self = .key
    }
  }

  /// What must be typed; `nil` on the rung that takes a key.
  package var phrase: Phrase? {
    switch self {
    case .tenantName(let phrase), .roleName(let phrase), .apiName(let phrase), .count(let phrase):
      phrase
    case .key: nil
    }
  }

  /// Whether a reason must be given.
  package var needsReason: Bool {
    switch self {
    case .tenantName: true
    case .roleName, .apiName, .count, .key: false
    }
  }
}
