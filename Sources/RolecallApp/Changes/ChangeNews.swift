import AccessModel

/// What to say after a run about one user, one role or one API: what was read, never what was hoped.
struct ChangeNews {
  /// What kind of news it is.
  let kind: Notice.Kind
  /// The sentences.
  let text: String

  /// The news of a report.
  init(_ report: PlanReport) {
    var kinds: [Change.Kind] = []
    for outcome in report.outcomes where !kinds.contains(outcome.change.kind) {
      kinds.append(outcome.change.kind)
    }
    var sentences = kinds.flatMap { kind in
      Self.sentences(report.outcomes.filter { $0.change.kind == kind })
    }
    if let explanation = report.firstError?.explanation(tenant: report.plan.tenant.domain) {
      sentences += [explanation.problem, explanation.remedy]
    }
    if report.outcomes.contains(where: { $0.change.kind == .revokeAccess && $0.state.isSo }) {
      sentences.append("Access tokens that are out already are good until they expire.")
    }
    kind = report.isFulfilled ? .done : .problem
    text = sentences.joined(separator: " ")
  }

  /// What became of changes of one kind, a sentence for each outcome that there was.
  private static func sentences(_ outcomes: [ChangeOutcome]) -> [String] {
    guard let change = outcomes.first?.change else { return [] }
    let words = ChangeWords(change)
    let target = change.target
    let whom = target.map { " \(words.preposition) \($0)" } ?? ""
    let isSomeDone = outcomes.contains { $0.state == .done }
    func say(_ text: (String) -> String, _ holds: (ChangeOutcome.State) -> Bool) -> String? {
      let fitting = outcomes.filter { holds($0.state) }
      return fitting.isEmpty ? nil : text(list(fitting.map(\.change)))
    }
    return [
      say({ "\(words.past.capitalizedFirst) \($0)\(whom)." }, { $0 == .done }),
      say(
        { "\(already($0, change, target, isSomeDone)): nothing was sent for it." },
        { $0 == .alreadySo }),
      say(
        {
          "The tenant refused to \(words.verb.lowercased()) \($0)\(whom), and it is so nevertheless:"
            + " somebody else did it meanwhile."
        }, { if case .soMeanwhile = $0 { true } else { false } }),
      say({ notInEffect($0, change, target, words) }, { $0 == .notInEffect }),
      say(
        { "\($0) was not \(words.past)." }, { if case .failed = $0 { true } else { false } }),
      say({ "Nothing was sent for \($0)." }, { $0 == .notSent }),
      say(
        { "Whether \($0) was \(words.past) is not known." },
        { if case .unknown = $0 { true } else { false } }),
    ].compactMap(\.self)
  }

  private static func already(
    _ what: String, _ change: Change, _ target: String?, _ isSomeDone: Bool
  ) -> String {
    switch (change, target) {
    case (.removeRole, let who?), (.removeOrganizationRole, let who?),
      (.revokePermission, let who?):
      isSomeDone ? "\(what) was no longer held" : "\(who) no longer held \(what)"
    case (.assignRole, let who?), (.assignOrganizationRole, let who?),
      (.grantPermission, let who?):
      "\(who) held \(what) already"
    default: "\(what) was so already"
    }
  }

  private static func notInEffect(
    _ what: String, _ change: Change, _ target: String?, _ words: ChangeWords
  ) -> String {
    switch (change, target) {
    case (.removeRole, let who?), (.removeOrganizationRole, let who?),
      (.revokePermission, let who?):
      "The tenant accepted it, but \(who) still holds \(what) after 12 seconds."
    case (.assignRole, let who?), (.assignOrganizationRole, let who?),
      (.grantPermission, let who?):
      "The tenant accepted it, but \(who) does not hold \(what) after 12 seconds."
    default:
      "The tenant accepted it, but after 12 seconds \(what) is still not \(words.past)."
    }
  }

  /// What changes are about, by name, or how many.
  private static func list(_ changes: [Change]) -> String {
    changes.count <= 3
      ? changes.map(\.what).joined(separator: ", ")
      : changes[0].role == nil
        ? changes.count.of("permission") : changes.count.of("role")
  }
}

extension String {
  /// The text with its first letter as at the beginning of a sentence.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
