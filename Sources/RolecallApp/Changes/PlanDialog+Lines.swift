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
