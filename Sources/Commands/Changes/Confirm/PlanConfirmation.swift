import AccessModel

/// Settles whether a plan is carried out: by what the command line says, or by asking.
struct PlanConfirmation: Sendable {
  /// What the command line says.
  let said: CommandConfirmation
  /// Who is asked.
  let terminal: any Questioning

  /// What a person ends a command with who does not confirm.
  static let declined = CommandFailure(status: 1, "Nothing was changed.")

  /// Settles it.
  ///
  /// - Returns: The reason, as given or asked for.
  /// - Throws: `CommandFailure` where it is not confirmed; then nothing is sent.
  func reason(
    for plan: Plan, rung: ConfirmRung, session: Session
  ) async throws(CommandFailure) -> String {
    var said = said
    // A plan file may bring its reason.
    if said.reason.allSatisfy(\.isWhitespace) { said.reason = plan.reason }
    // What is named must be what this is about, also where --yes would do without.
    if let name = said.name, let phrase = rung.namedPhrase, name != phrase.text {
      throw CommandFailure(
        status: CommandFailure.wrongCall,
        "--confirm names something else than what this is about; nothing was changed.",
        "It takes --confirm '\(phrase.text)'.")
    }
    switch said.verdict(on: rung, for: plan, in: session) {
    case .confirmed: return said.reason
    case .refuse(let explanation):
      throw CommandFailure(status: CommandFailure.wrongCall, explanation)
    case .ask(let rung): return try await ask(rung, plan, given: said.reason)
    }
  }

  private func ask(
    _ rung: ConfirmRung, _ plan: Plan, given: String
  ) async throws(CommandFailure) -> String {
    let summary = PlanSummary(plan)
    let verb = summary.removals == 0 ? "Assign" : summary.grants == 0 ? "Remove" : "Go on"
    if let phrase = rung.phrase {
      let what = phrase.isEndOfID ? "\(phrase.text), the end of the id," : phrase.text
      guard await terminal.answer(to: "\(verb)? Type \(what) to go on:") == phrase.text else {
        throw Self.declined
      }
    } else {
      let answer = await terminal.answer(to: "\(verb)? y goes on, anything else does not:")
      guard answer == "y" || answer == "yes" else { throw Self.declined }
    }
    guard rung.needsReason, given.allSatisfy(\.isWhitespace) else { return given }
    let reason = await terminal.answer(to: "Why? The reason is kept in the journal:") ?? ""
    guard !reason.allSatisfy(\.isWhitespace) else {
      throw CommandFailure(status: 1, "Nothing was changed: a plan of this size needs a reason.")
    }
    return reason
  }
}

extension ConfirmRung {
  /// What `--confirm` has to name; `nil` on the rungs that take no name.
  var namedPhrase: Phrase? {
    switch self {
    case .tenantName(let phrase), .roleName(let phrase), .apiName(let phrase): phrase
    case .count, .key: nil
    }
  }
}
