import AccessModel

/// What to say after roles were assigned to a user: what was read, never what was hoped.
struct AssignNews {
  /// What kind of news it is.
  let kind: Notice.Kind
  /// The sentence.
  let text: String

  /// The news, where all that the plan does is to assign roles to one user; `nil` for another plan.
  init?(_ report: PlanReport, tenant: Tenant) {
    let isAssigning = report.plan.changes.allSatisfy {
      if case .assignRole = $0 { true } else { false }
    }
    guard isAssigning, report.plan.userCount == 1, let user = report.plan.users.first else {
      return nil
    }
    let who = RemovalNews.name(user)
    func say(_ text: (String) -> String, _ holds: (ChangeOutcome.State) -> Bool) -> String? {
      let roles = report.roles(where: holds)
      return roles.isEmpty ? nil : text(RemovalNews.list(roles))
    }
    var sentences = [
      say({ "Assigned \($0) to \(who)." }, { $0 == .done }),
      say({ "\(who) held \($0) already: nothing was sent for it." }, { $0 == .alreadySo }),
      say(
        {
          "The tenant refused to assign \($0), and \(who) holds it nevertheless: somebody else assigned"
            + " it meanwhile."
        }, { if case .soMeanwhile = $0 { true } else { false } }),
      say(
        { "The tenant accepted it, but \(who) does not hold \($0) after 12 seconds." },
        { $0 == .notInEffect }),
      say(
        { "\($0) was not assigned." },
        { if case .failed = $0 { true } else { false } }),
      say({ "Nothing was sent for \($0)." }, { $0 == .notSent }),
      say(
        { "Whether \($0) was assigned is not known." },
        { if case .unknown = $0 { true } else { false } }),
    ].compactMap(\.self)
    if let explanation = report.firstError?.explanation(tenant: tenant.domain) {
      sentences += [explanation.problem, explanation.remedy]
    }
    kind = report.isFulfilled ? .done : .problem
    text = sentences.joined(separator: " ")
  }
}
