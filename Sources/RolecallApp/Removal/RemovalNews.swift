import AccessModel

/// What to say after a plan ran: what was read, never what was hoped.
struct RemovalNews {
  /// What kind of news it is.
  let kind: Notice.Kind
  /// The sentence.
  let text: String

  init(_ report: PlanReport, tenant: Tenant) {
    let who = report.plan.users.first.map(Self.name) ?? ""
    let done = report.roles { $0 == .done }
    let already = report.roles { $0 == .alreadySo }
    let meanwhile = report.roles { if case .soMeanwhile = $0 { true } else { false } }
    let standing = report.roles { $0 == .notInEffect }
    let failed = report.roles { if case .failed = $0 { true } else { false } }
    let unknown = report.roles { if case .unknown = $0 { true } else { false } }

    var sentences: [String] = []
    if !done.isEmpty { sentences.append("Removed \(Self.list(done)) from \(who).") }
    if !already.isEmpty {
      let lead =
        done.isEmpty
        ? "\(who) no longer held \(Self.list(already))" : "\(Self.list(already)) was no longer held"
      sentences.append("\(lead): nothing was sent for it.")
    }
    if !meanwhile.isEmpty {
      sentences.append(
        "The tenant refused to remove \(Self.list(meanwhile)), and \(who) holds it no longer:"
          + " somebody else removed it meanwhile.")
    }
    if !standing.isEmpty {
      sentences.append(
        "The tenant accepted it, but \(who) still holds \(Self.list(standing)) after 12 seconds.")
    }
    if !failed.isEmpty { sentences.append("\(Self.list(failed)) was not removed.") }
    let notSent = report.roles { $0 == .notSent }
    if !notSent.isEmpty { sentences.append("Nothing was sent for \(Self.list(notSent)).") }
    if !unknown.isEmpty {
      sentences.append("Whether \(Self.list(unknown)) was removed is not known.")
    }
    if let explanation = report.firstError?.explanation(tenant: tenant.domain) {
      sentences.append(explanation.problem)
      sentences.append(explanation.remedy)
    }
    kind = report.isFulfilled ? .done : .problem
    text = sentences.joined(separator: " ")
  }

  /// Roles by name, or how many.
  static func list(_ roles: [Role]) -> String {
    roles.count <= 3
      ? roles.map(\.displayName).joined(separator: ", ") : "\(roles.count) roles"
  }

  /// Whom it was about.
  static func name(_ user: User) -> String {
    let id = user.id.rawValue
    let short = id.count > 20 ? "\(id.prefix(10))…\(id.suffix(4))" : id
    let address = user.email.map { $0.isEmpty ? "" : "\($0), " } ?? ""
    return "\(user.displayName) (\(address)\(short))"
  }
}
