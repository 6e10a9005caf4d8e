import AccessModel
import Canvas

extension PlanDialog {
  /// What it costs, and what is not known of that.
  func bodyLines(in session: Session) -> [Line] {
    var lines = (findings?.sameEmail ?? []).lines(holding: summary.roles) + [.blank]
    for role in summary.roles.dropFirst(2) {
      lines.append(
        Line([Span(role.displayName, .title), Span("  \(role.id.rawValue)", .muted)], hanging: 2))
    }
    if let origin { lines += origin.lines }
    if let bar = bar(in: session) { lines.append(Line("! \(bar).", .danger, hanging: 2)) }
    lines += writtenLines
    guard let findings else {
      return lines + [callsLine, Line("Reading what it costs …", .muted)]
    }
    let impact = findings.impact
    if isUserGone { return lines + [Line("! This user does not exist any more.", .danger)] }
    lines += unreadLines(findings, session)
    if impact.alreadySo >= plan.changes.count {
      return lines + [Line("All of it is so already: there is nothing to do.", .warning)]
    }
    for role in impact.lastHolderOf {
      lines.append(
        Line("! Nobody holds \(role.displayName) directly afterwards", .danger, hanging: 2))
    }
    for role in impact.holdersUnknown {
      lines.append(
        Line("! Not known: who else holds \(role.displayName)", .danger, hanging: 2))
    }
    if !impact.permissionsUnknown.isEmpty {
      let named = impact.permissionsUnknown.prefix(3).map(\.displayName).joined(separator: ", ")
      let rest = impact.permissionsUnknown.count - 3
      let others = rest > 0 ? " and \(rest.of("more role"))" : ""
      lines.append(
        Line("! Not known: what \(named)\(others) gives", .danger, hanging: 2))
    }
    lines += irrevocableLines(impact.undo)
    lines.append(callsLine)
    lines += soAlreadyLines(findings)
    lines += lossLines(impact)
    lines += depthLines(impact)
    lines += rbacLines(findings)
    lines += kindLines
    lines += circumstanceLines(impact)
    return lines
  }

  private var writtenLines: [Line] {
    switch written {
    case nil: []
    case .written(let path):
      [
        Line("Written to \(path).", .ok, hanging: 2),
        Line("Somebody can apply it with: rolecall apply \(path)", .muted, hanging: 2),
      ]
    case .failed(let explanation):
      [
        Line("! The plan was not written. \(explanation.problem)", .danger, hanging: 2),
        Line(explanation.remedy, .muted, indentation: 2),
      ]
    }
  }

  private var callsLine: Line {
    let reads = summary.users > 0 ? ", and what is so is read before and after" : ""
    return Line("\(calls.of("call")) that change\(calls == 1 ? "s" : "") something\(reads)", .muted)
  }

  private func unreadLines(_ findings: PlanFindings, _ session: Session) -> [Line] {
    findings.unread.map { part in
      let explanation = part.error.explanation(tenant: session.tenant.domain)
      let often = part.count > 1 ? " (\(part.count.grouped) times)" : ""
      return Line(
        "! Not known: \(part.what)\(often). \(explanation.problem)", .danger, hanging: 2)
    }
  }

  private func soAlreadyLines(_ findings: PlanFindings) -> [Line] {
    var lines: [Line] = []
    if findings.usersGone > 0 {
      lines.append(
        Line(
          "\(findings.usersGone.of("user")) of it exist no more, and cannot be changed", .warning))
    }
    let already = findings.impact.alreadySo
    if already > 0 {
      lines.append(Line("\(already.of("change")) so already: left alone", .muted))
    }
    if !isAboutEverybody, summary.kinds[.removeRole] != nil {
      for role in summary.roles.prefix(2) {
        if let held = findings.holders[role.id] {
          lines.append(
            Line("\(role.displayName) is held directly by \(held.of("user"))", .muted, hanging: 2))
        }
      }
    }
    return lines
  }

  private func lossLines(_ impact: PlanImpact) -> [Line] {
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

  private func depthLines(_ impact: PlanImpact) -> [Line] {
    guard impact.usersConcerned > 0, summary.kinds[.revokeAccess] == nil else { return [] }
    switch impact.depth {
    case .read:
      return [
        Line(
          impact.areGroupsChecked
            ? "Read from the tenant, user by user, groups as well"
            : "Read from the tenant, user by user. Groups: not checked", .muted)
      ]
    case .computed(let calls):
      return [
        Line("Computed from what the role gives, not read user by user", .muted),
        Line("Groups and direct grants: not checked (\(calls.of("call")))", .warning),
      ]
    }
  }

  private func rbacLines(_ findings: PlanFindings) -> [Line] {
    var lines: [Line] = []
    for api in findings.impact.apisWithRBACOff {
      lines.append(
        Line("\(api.name), RBAC off: \(PlanImpact.rbacOffWords)", .muted, hanging: 2))
    }
    for change in plan.changes.prefix(3) {
      guard case .setRBAC(let api, let setting) = change else { continue }
      // As it was read just now: the list that the key was pressed on may be old.
      lines += setting.lines(
        replacing: findings.apis.first { $0.identifier == api.identifier } ?? api)
    }
    return lines
  }

  /// What only changes of a kind do, or leave as it is.
  private var kindLines: [Line] {
    var lines: [Line] = []
    if summary.kinds[.deleteRole] != nil {
      lines.append(
        Line(
          "Groups that give it, and members of organizations who hold it there, lose it as well:"
            + " not counted", .warning, hanging: 2))
      lines.append(
        Line("What it gives and who holds it directly is put on record first", .muted, hanging: 2))
    }
    if summary.kinds[.removePermission] != nil {
      lines.append(
        Line(
          "Whoever has it through another role or directly keeps it: not counted", .muted,
          hanging: 2))
    }
    if summary.kinds[.revokeAccess] != nil {
      lines.append(
        Line(
          "Whoever it is about is signed out everywhere, and has to sign in again", .danger,
          hanging: 2))
      lines.append(
        Line(
          "Access tokens that are out already are good until they expire; roles stay as they are",
          .muted, hanging: 2))
    }
    return lines
  }

  private func circumstanceLines(_ impact: PlanImpact) -> [Line] {
    var lines: [Line] = []
    if summary.kinds[.revokeAccess] == nil, summary.kinds[.setRBAC] == nil, summary.grants == 0 {
      let life = impact.longestTokenLife.map {
        "Access tokens that are out live up to \(Lifetime(seconds: $0).words) as set now; "
      }
      lines.append(
        Line(life.map { "\($0)sessions are not ended" } ?? "Sessions are not ended", .muted))
    }
    lines += undoLines(impact.undo)
    return lines
  }

  private func undoLines(_ undo: UndoOutlook) -> [Line] {
    guard undo.revocable > 0 else { return [] }
    switch undo.lacking {
    case nil: return [Line("Undo: the token does not say whether it may", .muted)]
    case .some(let lacking) where lacking.isEmpty:
      return [Line("Undo: possible with this token", .muted)]
    case .some(let lacking):
      return [
        Line("Undo: not with this token; it needs \(lacking.joined(separator: ", "))", .warning)
      ]
    }
  }

  private func irrevocableLines(_ undo: UndoOutlook) -> [Line] {
    undo.irrevocable.sorted { $0.value > $1.value }.map { reason, count in
      Line(
        "! Cannot be undone\(count > 1 ? " (\(count.grouped) changes)" : ""): \(reason.words)",
        .danger, hanging: 2)
    }
  }
}

extension RBACSetting {
  /// What changes for an API, in lines.
  func lines(replacing api: ResourceServer) -> [Line] {
    let life = Lifetime(seconds: api.tokenLifetime).words
    return [
      Line(effect(on: api), .danger, hanging: 2),
      Line(
        "Tokens that are out already stay as they are, for up to \(life) as set now", .muted,
        hanging: 2),
      Line(
        "enforce_policies: \(api.enforcesPolicies)"
          + (enforcesPolicies == api.enforcesPolicies ? " stays" : " becomes \(enforcesPolicies)"),
        .muted,
        indentation: 2),
      Line(
        "token_dialect: \(api.tokenDialect.rawValue)\(tokenDialect.map { " becomes \($0)" } ?? " stays")",
        .muted,
        indentation: 2),
    ]
  }

  private func effect(on api: ResourceServer) -> String {
    guard let tokenDialect, enforcesPolicies == api.enforcesPolicies else {
      return enforcesPolicies
        ? "Users without roles or direct grants lose every scope of this API at their next token."
        : "Whoever asks for a scope of this API gets it at the next token, whatever their roles."
    }
    return TokenDialect(rawValue: tokenDialect).addsPermissions
      ? "Its access tokens list the user's permissions from the next token on."
      : "Its access tokens list no permissions any more: who reads them there finds none."
  }
}
