import AccessModel
import Canvas

/// How a change on record is spoken of.
struct RecordWords {
  /// What is on record of it.
  let history: ChangeHistory

  init(_ history: ChangeHistory) { self.history = history }

  /// What was to become of what: `– Billing Admin`.
  var what: Span {
    guard let record = history.change?.record else { return Span("purged", .muted) }
    let sign = record.kind.grants(record) ? "+" : "–"
    let name = record.role?.name ?? record.permission?.name ?? record.api?.name
    var words = name ?? record.kind.rawValue.replacing("_", with: " ")
    if let permission = record.permission, let role = record.role {
      words = "\(permission.name) of \(role.name)"
    }
    if record.kind == .revokeAccess { words = "sessions" }
    if let organization = record.organization { words += " in \(organization.name)" }
    return Span("\(sign) \(words)")
  }

  /// What became of it, in shape and colour.
  var state: Span {
    guard let kind = history.change?.record.kind else { return Span("purged", .muted) }
    let problem = history.problem
    return switch history.result {
    case .done: Span("✓ \(kind.past), verified", .ok)
    case .accepted: Span("✓ accepted, not read again", .ok)
    case .alreadySo: Span("= so already", .muted)
    case .notInEffect: Span("! accepted, and not in effect", .danger)
    case .failed, .refused: Span("! \(problem ?? history.result.words)", .danger)
    case .unknown: Span("? not known: \(problem ?? "no answer is on record")", .warning)
    case .skipped: Span("– left out: \(problem ?? "what was read spoke against it")", .warning)
    case .notSent, .purged: Span(history.result.words, .muted)
    }
  }

  /// All that is on record of it, in lines: whom it is about by id, each sending, what was found.
  func lines(_ scene: Scene) -> [Line] {
    guard let record = history.change?.record else {
      return [Line("Its records were purged: nothing is left but that there was a change.", .muted)]
    }
    var ids: [Span] = []
    for id in [
      record.user?.id.rawValue, record.role?.id.rawValue, record.organization?.id,
      record.permission?.api, record.api?.identifier,
    ].compactMap(\.self) {
      if !ids.isEmpty { ids.append(Span("  ")) }
      ids.append(Span(id))
    }
    var lines = [Line(ids, hanging: 2)]
    lines += history.attempts.map { Line([Span(words(for: $0, scene), .muted)], hanging: 2) }
    if let found = history.findings.last {
      let log = history.logID.map { "  ·  log entry \($0)" } ?? ""
      lines.append(Line("read again at \(scene.time(found.at.date))\(log)", .muted, hanging: 2))
    }
    if let problem = history.problem { lines.append(Line(problem, .warning, hanging: 2)) }
    return lines
  }

  private func words(for attempt: ChangeHistory.Attempt, _ scene: Scene) -> String {
    var parts = ["sent at \(scene.time(attempt.intendedAt.date))"]
    if let answer = attempt.answer {
      let status = answer.status.map { " \($0)" } ?? ""
      parts[0] += ", \(answer.result.rawValue.replacing("_", with: " "))\(status)"
      if let request = answer.requestID { parts.append("request \(request)") }
    } else {
      parts[0] += ", no answer on record"
    }
    parts.append("correlation \(attempt.intent.correlationID)")
    return parts.joined(separator: "  ·  ")
  }
}

extension Change.Kind {
  /// What such a change has been, once it is made.
  var past: String {
    switch self {
    case .removeRole, .removeOrganizationRole, .revokePermission, .removePermission: "removed"
    case .assignRole, .assignOrganizationRole: "assigned"
    case .grantPermission: "granted"
    case .addPermission: "added"
    case .deleteRole: "deleted"
    case .setRBAC: "set"
    case .revokeAccess: "ended"
    }
  }

  /// Whether a change as it is on record gives somebody something.
  fileprivate func grants(_ record: ChangeRecord) -> Bool {
    switch self {
    case .assignRole, .assignOrganizationRole, .grantPermission, .addPermission: true
    case .setRBAC: record.rbac?.enforcesPolicies == false
    case .removeRole, .removeOrganizationRole, .revokePermission, .removePermission, .deleteRole,
      .revokeAccess:
      false
    }
  }
}
