import AccessModel

extension PlanPreview {
  /// What it costs, for each kind of logins.
  var costs: [String] {
    var lines = ["What it changes:"]
    if impact.alreadySo > 0 {
      lines.append("  \(impact.alreadySo.counted("change is", "changes are")) so already; not sent")
    }
    for context in impact.contexts { lines += Self.words(on: context, facts) }
    for loss in impact.roleLosses { lines += Self.loss(loss) }
    if impact.contexts.isEmpty, impact.roleLosses.isEmpty {
      lines.append("  no permission of anybody, as far as it was read")
    } else {
      lines.append("  all other logins stay as they are")
    }
    switch impact.depth {
    case .read:
      lines.append("  read from the tenant, user by user")
      if !impact.areGroupsChecked { lines.append("  groups were not checked") }
    case .computed(let calls):
      lines.append(
        "  computed from what roles give; direct grants and groups were not checked"
          + " (\(calls.counted("call")): --check-all)")
    }
    return lines
  }

  private static func words(
    on context: PlanImpact.ContextImpact, _ facts: PlanFacts
  ) -> [String] {
    let name =
      switch context.context {
      case .tenant: "Logins without an organization"
      case .organization(let organization): "Logins through \(organization.displayName)"
      }
    var counts: [String] = []
    if context.usersLosing > 0 {
      counts.append("\(context.usersLosing.counted("user loses", "users lose")) something")
    }
    if context.usersUncertain > 0 {
      counts.append("\(context.usersUncertain.counted("user")) may lose something")
    }
    if context.usersUnchanged > 0 {
      counts.append("\(context.usersUnchanged.counted("user loses", "users lose")) nothing")
    }
    var lines = ["  \(name): \(counts.joined(separator: ", "))"]
    lines += context.tallies.prefix(listLimit).map { "    " + line(of: $0, facts) }
    if context.tallies.count > listLimit {
      lines.append("    and \((context.tallies.count - listLimit).counted("more permission"))")
    }
    return lines
  }

  private static func line(of tally: PlanImpact.Tally, _ facts: PlanFacts) -> String {
    let mark = tally.losing + tally.uncertain > 0 ? "-" : tally.gaining > 0 ? "+" : "="
    var parts: [String] = []
    if tally.losing > 0 { parts.append("\(tally.losing) lose it") }
    if tally.uncertain > 0 { parts.append("\(tally.uncertain) may lose it") }
    if tally.gaining > 0 { parts.append("\(tally.gaining) gain it") }
    if tally.keeping > 0 {
      var ways = tally.through.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
        .prefix(3).map { "through \(facts.roles[$0.key]?.displayName ?? $0.key.rawValue)" }
      if tally.granted > 0 { ways.append("granted directly") }
      let reasons = ways.isEmpty ? "" : " (\(ways.joined(separator: ", ")))"
      parts.append("\(tally.keeping) keep it\(reasons)")
    }
    let api = tally.api?.name ?? tally.permission.apiName
    let off = tally.api.map { $0.enforcesPolicies ? "" : "; RBAC off" } ?? ""
    return "\(mark) \(tally.permission.name)  \(api)\(off): \(parts.joined(separator: ", "))"
  }

  private static func loss(_ loss: PlanImpact.RoleLoss) -> [String] {
    let holders = loss.holders.map { $0.counted("user holds it", "users hold it") }
    let what = loss.isDeleted ? "is deleted" : "gives less"
    let lost = loss.permissions.map { $0.prefix(listLimit).map(\.name).joined(separator: ", ") }
    return [
      "  \(loss.role.displayName) \(what): \(holders ?? "not known how many hold it")",
      "    - \(lost ?? "not known what it gives")",
    ]
  }

  /// What a person should know besides: what is not known, how long tokens live, the way back.
  var remarks: [String] {
    var lines = impact.lastHolderOf.map {
      "! Nobody would hold \($0.displayName) directly afterwards."
    }
    lines += impact.holdersUnknown.map {
      "! Not known: whether anybody else holds \($0.displayName)."
    }
    lines += impact.permissionsUnknown.map { "! Not known: what \($0.displayName) gives." }
    let off = impact.apisWithRBACOff
    if !off.isEmpty {
      let names = off.map(\.name).joined(separator: ", ")
      lines.append("RBAC is off for \(names): \(PlanImpact.rbacOffWords).")
    }
    if !impact.areAPIsKnown {
      lines.append("! Not known: which APIs have RBAC on, and how long their tokens live.")
    }
    if let seconds = impact.longestTokenLife {
      lines.append(
        "Access tokens already issued live on, up to \(Self.words(seconds: seconds)) as set now;"
          + " sessions are not ended.")
    } else if plan.changes.contains(where: { !$0.grants && $0.kind != .revokeAccess }) {
      lines.append("Sessions are not ended.")
    }
    if plan.changes.contains(where: { $0.kind == .revokeAccess }) {
      lines.append(
        "Sessions and refresh tokens end soon; access tokens already issued live on until they end."
      )
    }
    return lines + wayBack
  }

  private var wayBack: [String] {
    var lines = impact.undo.irrevocable.sorted { $0.key.words < $1.key.words }
      .map { reason, count in
        "Putting it back: not for \(count.counted("change")): \(reason.words)."
      }
    guard impact.undo.revocable > 0 else { return lines }
    switch impact.undo.lacking {
    case nil: lines.append("Putting it back: the token does not say whether it may.")
    case []?: lines.append("Putting it back: this token may, with rolecall undo.")
    case let lacking?:
      lines.append(
        "Putting it back: not with this token, which lacks \(lacking.joined(separator: ", ")).")
    }
    return lines
  }

  /// A time in the largest units that fit.
  static func words(seconds: Int) -> String {
    let units = [(86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second")]
    guard let place = units.firstIndex(where: { seconds >= $0.0 }) else { return "no time" }
    let (size, name) = units[place]
    let first = (seconds / size).counted(name)
    guard place + 1 < units.count, seconds % size >= units[place + 1].0 else { return first }
    let (part, partName) = units[place + 1]
    return first + " " + (seconds % size / part).counted(partName)
  }
}
