import AccessModel
import Canvas

extension PlanDialog {
  /// What logins lose and keep, and what everybody who holds a role loses.
  func lossLines(_ impact: PlanImpact) -> [Line] {
    var lines = impact.roleLosses.flatMap { loss in
      // Where its users were counted, permission by permission, that says more.
      self.lines(for: loss, isCounted: loss.isDeleted && !impact.contexts.isEmpty)
    }
    for context in impact.contexts {
      let who: String
      switch context.context {
      case .tenant: who = "Logins without an organization"
      case .organization(let organization): who = "Logins through \(organization.displayName)"
      }
      lines.append(Line("\(who): \(Self.totals(context))", hanging: 2))
      for tally in context.tallies { lines += self.lines(for: tally) }
    }
    if !summary.organizations.isEmpty, !impact.contexts.contains(where: { $0.context == .tenant }) {
      lines.append(
        Line("Logins without an organization, and through others: unchanged", .muted, hanging: 2))
    }
    if impact.contexts.isEmpty, summary.users > 0, summary.kinds[.revokeAccess] == nil {
      lines.append(Line("No login loses or gains a permission that was read"))
    }
    return lines
  }

  /// What a role's own change takes from everybody who holds it.
  private func lines(for loss: PlanImpact.RoleLoss, isCounted: Bool) -> [Line] {
    let holders = loss.holders.map { $0.of("user") } ?? "users whose number is not known"
    let verb = loss.holders == 1 ? "loses" : "lose"
    let effect = loss.isDeleted ? ", who \(verb) it" : ", who \(verb) by it:"
    let lead = Line(
      "\(loss.role.displayName) is held directly by \(holders)\(effect)", .danger, hanging: 2)
    guard !isCounted else { return [lead] }
    return [lead]
      + (loss.permissions ?? []).map { permission in
        Line(
          [
            Span("– ", .danger), Span(permission.name, .danger),
            Span("  \(permission.apiName)", .muted),
          ],
          indentation: 2, hanging: 2)
      }
  }

  private static func totals(_ context: PlanImpact.ContextImpact) -> String {
    var parts: [String] = []
    if context.usersLosing > 0 {
      let verb = context.usersLosing == 1 ? "loses" : "lose"
      parts.append("\(context.usersLosing.of("user")) \(verb) something")
    }
    if context.usersUncertain > 0 {
      parts.append("\(context.usersUncertain.of("user")) may lose something")
    }
    if context.usersUnchanged > 0 {
      let verb = context.usersUnchanged == 1 ? "loses" : "lose"
      parts.append("\(context.usersUnchanged.of("user")) \(verb) nothing")
    }
    return parts.joined(separator: ", ")
  }

  private func lines(for tally: PlanImpact.Tally) -> [Line] {
    let isOff = tally.api.map { !$0.enforcesPolicies } ?? false
    let api = tally.api?.name ?? tally.permission.apiName
    var counts: [String] = []
    func count(_ users: Int, _ verb: String) -> String {
      "\(users.grouped) \(verb)\(users == 1 ? "s" : "") it"
    }
    if tally.losing > 0 { counts.append(count(tally.losing, "lose")) }
    if tally.uncertain > 0 { counts.append("\(tally.uncertain.grouped) may lose it") }
    if tally.keeping > 0 { counts.append(count(tally.keeping, "keep") + ways(of: tally)) }
    if tally.gaining > 0 { counts.append(count(tally.gaining, "gain")) }
    let loses = tally.losing + tally.uncertain > 0
    let role: StyleRole = isOff ? .muted : loses ? .danger : .ok
    let sign = tally.gaining > 0 ? "+ " : loses ? "– " : "= "
    return [
      Line(
        [
          Span(sign, role), Span(tally.permission.name, role),
          Span("  \(api)\(isOff ? ", RBAC off" : ""): ", .muted),
          Span(counts.joined(separator: ", "), loses && !isOff ? .text : .muted),
        ], indentation: 2, hanging: 4)
    ]
  }

  private func ways(of tally: PlanImpact.Tally) -> String {
    var ways = tally.through.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(2)
      .map { "\(names[$0.key] ?? $0.key.rawValue) \($0.value.grouped)" }
    if tally.through.count > 2 { ways.append("\((tally.through.count - 2).of("more role"))") }
    if tally.granted > 0 { ways.append("granted directly \(tally.granted.grouped)") }
    return ways.isEmpty ? "" : " (through \(ways.joined(separator: ", ")))"
  }

  private var names: [RoleID: String] { findings?.roleNames ?? [:] }
}
