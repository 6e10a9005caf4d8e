import AccessModel

/// What a person reads before a plan is confirmed: who exactly, and what it costs.
///
/// Its lines hold a tenant's words and pass the text gate where they are printed.
struct PlanPreview: Sendable {
  /// What is about to happen.
  let plan: Plan
  /// What it costs.
  let impact: PlanImpact
  /// What that was computed from.
  let facts: PlanFacts

  /// How many users, permissions or roles are listed one by one.
  static let listLimit = 20

  /// All of it, a line each.
  var lines: [String] { heading + who + costs + remarks }

  private var heading: [String] {
    let summary = PlanSummary(plan)
    let kind =
      plan.tenant.isOnLoopback
      ? "on this machine" : plan.tenant.isProduction ? "production" : "marked as no production"
    var lines: [String] = []
    if summary.grants > 0 {
      lines.append(
        "GRANTS: \(summary.grants.counted("change lets", "changes let")) somebody do more.")
    }
    if summary.removals > 0 {
      lines.append(
        "REMOVALS: \(summary.removals.counted("change takes", "changes take")) something away.")
    }
    lines.append("Tenant        \(plan.tenant.domain) (\(kind))")
    for organization in summary.organizations {
      lines.append("Organization  \(organization.displayName)  \(organization.id.rawValue)")
    }
    for role in summary.roles.prefix(Self.listLimit) {
      lines.append("Role          \(role.displayName)  \(role.id.rawValue)")
    }
    if summary.roles.count > Self.listLimit {
      lines.append(
        "              and \((summary.roles.count - Self.listLimit).counted("more role"))")
    }
    if !plan.reason.isEmpty { lines.append("Reason        \(plan.reason)") }
    return lines
  }

  /// Whom it concerns: by name, email, connection and whole id.
  private var who: [String] {
    guard plan.userCount > 0 else { return [] }
    let users = plan.users
    var lines = ["\(users.count.counted("user")):"]
    for user in users.prefix(Self.listLimit) {
      lines.append("  " + Self.line(of: facts.users[user.id]?.user.value ?? user))
      lines += notes(on: user).map { "    " + $0 }
    }
    if users.count > Self.listLimit {
      lines.append("  and \((users.count - Self.listLimit).counted("more user"))")
    }
    return lines
  }

  private static func line(of user: User) -> String {
    let verified =
      switch user.isEmailVerified {
      case true: " (verified)"
      case false: " (not verified)"
      case nil: ""
      }
    let address = user.email.flatMap { $0.isEmpty ? nil : $0 + verified } ?? "no email"
    let blocked = user.isBlocked ? "  blocked" : ""
    return "\(user.displayName)  \(address)  \(user.connection)  \(user.id.rawValue)\(blocked)"
  }

  private func notes(on user: User) -> [String] {
    guard let read = facts.users[user.id] else { return [] }
    if read.user.error?.code == .notFound { return ["! This user does not exist any more."] }
    var notes: [String] = []
    if let error = read.user.error { notes.append("! Not read again: \(Self.purpose(error)).") }
    if let error = read.heldRoles.error {
      notes.append("! Not known which roles are held: \(Self.purpose(error)).")
    }
    switch read.sameEmail {
    case .unknown(let error):
      notes.append("! Not known whether others have this email: \(Self.purpose(error)).")
    case .known(let accounts):
      notes += accounts.prefix(3).map(Self.note)
      if accounts.count > 3 {
        notes.append("! And \((accounts.count - 3).counted("more account")) with this email.")
      }
    }
    return notes
  }

  private static func note(on account: SameEmailAccount) -> String {
    let also =
      switch account.roles.value {
      case nil: "; its roles are not known"
      case []?: ""
      case let roles?: "; it holds \(roles.map(\.displayName).joined(separator: ", "))"
      }
    return "! 1 more account has this email: \(account.user.id.rawValue)\(also). It is not touched."
  }

  private static func purpose(_ error: APIError) -> String {
    "could not \(error.operation.purpose)"
  }
}

extension Int {
  /// The number and what it counts.
  func counted(_ one: String, _ many: String? = nil) -> String {
    "\(self) \(self == 1 ? one : many ?? one + "s")"
  }
}
