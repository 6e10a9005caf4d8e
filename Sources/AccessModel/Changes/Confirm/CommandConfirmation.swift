/// What a command line says towards a rung: `--yes`, `--confirm NAME`, `--reason TEXT`.
package struct CommandConfirmation: Hashable, Sendable {
  /// Whether `--yes` was given.
  package var isYes: Bool
  /// What `--confirm` names; `nil` where it was not given.
  package var name: String?
  /// Why, as given with `--reason`.
  package var reason: String
  /// Whether somebody is there to be asked: standard input and standard error are a terminal.
  package var isInteractive: Bool

  /// What a command line says.
  package init(isYes: Bool, name: String? = nil, reason: String = "", isInteractive: Bool) {
    self.isYes = isYes
    self.name = name
    self.reason = reason
    self.isInteractive = isInteractive
  }

  /// What follows from it.
  package enum Verdict: Hashable, Sendable {
    /// It is confirmed.
    case confirmed
    /// Somebody is asked, by this rung.
    case ask(ConfirmRung)
    /// Nothing is done, and this would help.
    case refuse(Explanation)
  }

  /// Whether it answers what a rung asks.
  ///
  /// `--yes` answers every rung on a loopback tenant, and the lower two elsewhere; the upper two need
  /// `--confirm` with the phrase besides, and the topmost a reason.
  package func verdict(on rung: ConfirmRung, for plan: Plan, in session: Session) -> Verdict {
    if session.isReadOnly {
      return .refuse(
        Explanation(
          "This is read-only: nothing is changed.",
          "Leave out --read-only and ROLECALL_READ_ONLY to change something."))
    }
    if plan.changes.isEmpty {
      return .refuse(Explanation("There is nothing to change.", "Look at what was named."))
    }
    guard isYes else {
      guard !isInteractive else { return .ask(rung) }
      return .refuse(
        Explanation(
          "Nobody is there to be asked.", "Add --yes\(Self.besides(rung, plan)) to confirm."))
    }
    if plan.tenant.isOnLoopback { return .confirmed }
    switch rung {
    case .key, .count: return .confirmed
    case .roleName(let phrase), .apiName(let phrase), .tenantName(let phrase):
      guard let name else {
        return .refuse(
          Explanation(
            "--yes does not suffice for this: \(Self.why(rung, plan)).",
            "Add --confirm '\(phrase.text)'."))
      }
      guard name == phrase.text else {
        return .refuse(
          Explanation(
            "--confirm names something else than what this is about.",
            "It takes --confirm '\(phrase.text)'."))
      }
    }
    if rung.needsReason, reason.allSatisfy(\.isWhitespace) {
      return .refuse(
        Explanation("A plan of this size needs a reason.", "Add --reason TEXT."))
    }
    return .confirmed
  }

  private static func besides(_ rung: ConfirmRung, _ plan: Plan) -> String {
    guard !plan.tenant.isOnLoopback else { return "" }
    return switch rung {
    case .key, .count: ""
    case .roleName(let phrase), .apiName(let phrase): " and --confirm '\(phrase.text)'"
    case .tenantName(let phrase): ", --confirm '\(phrase.text)' and --reason TEXT"
    }
  }

  private static func why(_ rung: ConfirmRung, _ plan: Plan) -> String {
    switch rung {
    case .tenantName:
      plan.tenant.isProduction
        ? "there are \(plan.changes.count) changes, on a production tenant"
        : "there are \(plan.changes.count) changes"
    case .roleName: "it may not be taken back, or concerns a role that matters"
    case .apiName: "everybody who asks for the API's tokens is concerned"
    case .count, .key: "it has to be confirmed"
    }
  }
}
