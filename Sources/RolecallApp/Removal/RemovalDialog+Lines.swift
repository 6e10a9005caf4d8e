import AccessModel
import Canvas

extension RemovalDialog {
  /// Who and what it is about; never scrolls away.
  func headLines() -> [Line] {
    var lines: [Line] = []
    if roles.count <= 3 {
      lines += roles.map { Self.line(for: $0) }
    } else {
      lines.append(Line("\(roles.count) roles, listed below", .danger))
    }
    lines += user.identityLines(after: "from")
    return lines
  }

  /// What it costs, and what is not known of that.
  func bodyLines(in session: Session) -> [Line] {
    var lines: [Line] = roles.count > 3 ? [.blank] + roles.map { Self.line(for: $0) } : []
    guard let findings else {
      return lines + [.blank, Line("Reading who this is and what it costs …", .muted)]
    }
    lines.append(.blank)
    if let error = findings.facts.user.error, error.code == .notFound {
      return lines + [Line("! This user does not exist any more.", .danger)]
    }
    lines += refusalLines(session)
    lines += unreadLines(findings, session)
    if findings.isNothingHeld {
      return lines + [
        Line(
          "\(user.displayName) does not hold \(roles.count == 1 ? "this role" : "these roles")"
            + " any more: there is nothing to remove.", .warning)
      ]
    }
    for role in findings.impact.notHeld {
      lines.append(Line("\(role.displayName) is not held any more, and is left alone.", .muted))
    }
    for role in findings.impact.staysThroughGroups {
      lines.append(
        Line("\(role.displayName) comes through a group as well, and stays", .warning, hanging: 2))
    }
    for role in findings.impact.lastHolderOf {
      lines.append(Line("! The last direct holder of \(role.displayName)", .danger, hanging: 2))
    }
    for role in findings.impact.holdersUnknown {
      lines.append(
        Line("! Not known: whether anybody else holds \(role.displayName)", .danger, hanging: 2))
    }
    lines += lossLines(findings)
    lines += keptLines(findings.impact)
    lines += circumstanceLines(findings, session)
    return lines
  }

  /// Why it cannot be done at all, said before anybody tries.
  private func refusalLines(_ session: Session) -> [Line] {
    if session.isReadOnly {
      return [Line("! This is read-only: nothing can be removed.", .warning, hanging: 2)]
    }
    guard session.holds(.updateUsers) == false else { return [] }
    let refusal = APIError(
      .forbidden, .removeUserRoles, errorCode: "insufficient_scope",
      expectedScopes: [Scope.updateUsers.rawValue])
    let explanation = refusal.explanation(tenant: session.tenant.domain)
    return [
      Line("! \(explanation.problem)", .danger, hanging: 2),
      Line(explanation.remedy, .muted, indentation: 2),
    ]
  }

  private static func line(for role: Role) -> Line {
    Line([Span(role.displayName, .title), Span("  \(role.id.rawValue)", .muted)], hanging: 2)
  }

  /// Which other users have the same email.
  func sameEmailLines() -> [Line] {
    (findings?.facts.sameEmail.value ?? []).lines(holding: roles)
  }

  private func unreadLines(_ findings: Findings, _ session: Session) -> [Line] {
    let facts = findings.facts
    var unread: [(String, APIError)] = []
    if let error = facts.user.error { unread.append(("the user", error)) }
    if let error = facts.heldRoles.error { unread.append(("the roles held", error)) }
    if let error = facts.sameEmail.error { unread.append(("accounts with this email", error)) }
    if let error = facts.permissions.error { unread.append(("direct grants", error)) }
    return unread.map { what, error in
      let explanation = error.explanation(tenant: session.tenant.domain)
      return Line("! Not known: \(what). \(explanation.problem)", .danger, hanging: 2)
    }
  }

  private func lossLines(_ findings: Findings) -> [Line] {
    let impact = findings.impact
    var lines: [Line] = []
    for role in impact.permissionsUnknown {
      lines.append(Line("! Not known: what \(role.displayName) gives.", .danger, hanging: 2))
    }
    let isCertain =
      impact.areGrantsKnown && impact.permissionsUnknown.isEmpty
      && findings.facts.heldRoles.value != nil
    let may = isCertain ? "" : "may "
    if impact.lost.isEmpty {
      lines.append(
        may.isEmpty
          ? Line("Logins without an organization lose no permission")
          : Line("Which permissions logins lose is not known", .warning))
    } else {
      let verb = may.isEmpty ? "lose" : "may lose"
      lines.append(
        Line("Logins without an organization \(verb) \(impact.lost.count.of("permission"))"))
    }
    let width = impact.lost.map { CellText($0.permission.name).columns }.max() ?? 0
    for loss in impact.lost {
      let isOff = loss.api.map { !$0.enforcesPolicies } ?? false
      let api = loss.api?.name ?? loss.permission.apiName
      let off = isOff ? "   RBAC off: scopes do not change" : ""
      lines.append(
        Line(
          [
            Span("– ", isOff ? .muted : .danger),
            Span(loss.permission.name, isOff ? .muted : .danger, columns: min(width, 32)),
            Span("  \(api)\(off)", .muted),
          ], indentation: 2, hanging: 2))
    }
    if impact.lost.contains(where: { $0.api.map { !$0.enforcesPolicies } ?? false }) {
      lines.append(
        Line(
          "Actions or apps that read role names may still react.", .muted, indentation: 4))
    }
    return lines
  }

  private func keptLines(_ impact: RemovalImpact) -> [Line] {
    guard !impact.kept.isEmpty else { return [] }
    let giver = roles.count == 1 ? roles.first?.displayName ?? "" : "these roles"
    let verb = roles.count == 1 ? "gives" : "give"
    var lines = [Line("and keep \(impact.kept.count) that \(giver) also \(verb)")]
    let width = impact.kept.map { CellText($0.permission.name).columns }.max() ?? 0
    for kept in impact.kept {
      let through = kept.through.map(\.displayName).joined(separator: ", ")
      let ways = [
        kept.through.isEmpty ? nil : "through \(through)",
        kept.isGrantedDirectly ? "granted directly" : nil,
      ]
      lines.append(
        Line(
          [
            Span("= ", .ok), Span(kept.permission.name, .ok, columns: min(width, 32)),
            Span("  \(ways.compactMap(\.self).joined(separator: ", "))", .muted),
          ], indentation: 2, hanging: 2))
    }
    return lines
  }

  private func circumstanceLines(_ findings: Findings, _ session: Session) -> [Line] {
    var lines: [Line] = []
    let organizations: String
    switch findings.facts.organizations {
    case .known(let list) where list.isEmpty:
      organizations = "Member of no organization."
    case .known(let list):
      organizations =
        "Logins through \(list.map(\.displayName).joined(separator: ", ")): unchanged."
    case .unknown:
      organizations = "Organizations: not read; logins through one are unchanged."
    }
    lines.append(Line("\(organizations)  \(groupWords(findings.facts)).", .muted))
    lines += tokenLines(findings)
    switch session.holds(.createRoleMembers) {
    case true:
      lines.append(Line("Putting it back: this token may assign roles.", .muted))
    case false:
      lines.append(
        Line(
          "Putting it back: not with this token; assigning needs create:role_members.", .warning))
    case nil:
      lines.append(Line("Putting it back: the token does not say whether it may assign.", .muted))
    }
    return lines
  }

  /// Whether what comes through groups is counted among what is kept.
  private func groupWords(_ facts: RemovalFacts) -> String {
    switch facts.groupRoles {
    case .known(let roles): roles.isEmpty ? "No role through groups" : "Groups: counted"
    case .unknown(let error): "Groups: \(UserGroups.words(error, .listUserEffectiveRoles))"
    case nil: "Groups: not checked"
    }
  }

  private func tokenLines(_ findings: Findings) -> [Line] {
    if findings.facts.apis.value == nil {
      return [
        Line(
          "APIs: not read, so RBAC and how long access tokens live are not known;"
            + " sessions are not ended", .muted)
      ]
    }
    let concerned = findings.impact.apisConcerned
    guard let longest = concerned.max(by: { $0.tokenLifetime < $1.tokenLifetime }) else {
      return [Line("Sessions are not ended", .muted)]
    }
    return [
      Line(
        "\(longest.name)'s access tokens live \(Lifetime(seconds: longest.tokenLifetime).words) as set now;"
          + " sessions are not ended", .muted)
    ]
  }
}
