package import AccessModel
import Canvas

/// The question whether a plan about more than one user, or about none in particular, shall be carried out.
///
/// It is built from a plan that was frozen when the key was pressed, so that nothing that moves behind it
/// can change what it is about.
package struct PlanDialog: Question {
  /// What is to happen.
  package let plan: Plan
  /// The plan, counted.
  package let summary: PlanSummary
  /// What it is called.
  package let words: PlanWords
  /// How many calls carry it out, what is read before and after not counted.
  package let calls: Int
  /// Whether it is about everybody who holds the role.
  package let isAboutEverybody: Bool
  /// The run on record that it comes from; `nil` for a plan of its own.
  package let origin: PlanOrigin?
  /// The read that gathers what is to be shown.
  package internal(set) var reading: Generation
  /// Whether that read is under way.
  package internal(set) var isReading = true
  /// What was read; `nil` until then, and while a first read failed altogether.
  package internal(set) var findings: PlanFindings?
  /// What has been made of it so far.
  package var consent: Consent
  /// Whether everybody concerned is listed.
  package internal(set) var isListing = false
  /// What became of writing the plan to a file.
  package internal(set) var written: PlanWriting?

  let scopes: [String]

  /// A question about a plan whose cost is being read.
  package init(
    plan: Plan, isAboutEverybody: Bool = false, origin: PlanOrigin? = nil, reading: Generation,
    revision: Int
  ) {
    self.plan = plan
    self.isAboutEverybody = isAboutEverybody
    self.origin = origin
    self.reading = reading
    consent = Consent(revision: revision)
    if case .resume(let offer) = origin?.purpose {
      // It has one already; another one is put on record beside it.
      consent.reason = TextField(text: offer.plan.reason)
    }
    summary = PlanSummary(plan)
    words = PlanWords(summary, first: plan.changes.first)
    // Where everybody has one change, each is a call of its own.
    calls =
      summary.users == plan.changes.count
      ? plan.changes.count : plan.calls(for: plan.changes.indices).count
    // By kind, so that a hundred thousand changes do not build as many lists.
    var seen: Set<Change.Kind> = []
    scopes = Set(plan.changes.filter { seen.insert($0.kind).inserted }.flatMap(\.scopes)).sorted()
  }

  package var rung: ConfirmRung? {
    findings.flatMap { $0.impact.alreadySo >= plan.changes.count ? nil : $0.rung }
  }

  package var confirmLabel: String { words.button }

  package var extras: [QuestionFoot.Extra] {
    var extras: [QuestionFoot.Extra] = []
    if let findings, case .computed = findings.impact.depth, findings.impact.usersConcerned > 0 {
      extras.append(QuestionFoot.Extra(.check, isReading ? "Checking …" : "Check them"))
    }
    if plan.changes.count > 1 {
      extras.append(
        QuestionFoot.Extra(
          .list, isListing ? "Back to the cost" : "List all \(plan.changes.count.grouped)"))
    }
    // What is left of a run is a part of that run, and no plan for somebody else to apply.
    if case .resume = origin?.purpose { return extras }
    return extras + [QuestionFoot.Extra(.write, "Write to a file")]
  }

  package func obstacle(in session: Session) -> String? {
    guard findings != nil, !isReading else { return "What it costs is still being read" }
    if let bar = bar(in: session) { return bar }
    guard let rung else { return "Nothing of it is left to do" }
    if isUserGone { return "The user does not exist any more" }
    return missing(for: rung)
  }

  /// Whether it is about one user, who is there no more.
  var isUserGone: Bool { summary.users == 1 && findings?.usersGone == 1 }

  package func bar(in session: Session) -> String? {
    if session.isReadOnly { return "This is read-only" }
    guard let lacking = session.lacking(scopes), !lacking.isEmpty else { return nil }
    return "The token may not do this: it needs \(lacking.joined(separator: ", "))"
  }

  package mutating func take(_ reply: Reply, in session: Session) -> Bool {
    switch reply {
    case .planFindings(let found):
      findings = found
    case .failed(let error):
      // Where the second, fuller reading failed, the first still stands.
      findings =
        findings
        ?? PlanFindings(plan, facts: PlanFacts(apis: .unknown(error)), session: session)
    default: return false
    }
    isReading = false
    if !extras.contains(where: { $0.focus == consent.focus }), !stops.contains(consent.focus) {
      consent.focus = .cancel
    }
    return true
  }

  package mutating func press(_ extra: Consent.Focus) -> QuestionVerdict {
    switch extra {
    case .list:
      isListing.toggle()
      consent.scroll = 0
      return .stay
    case .check: return isReading ? .stay : .check
    case .write: return .write
    case .cancel, .phrase, .reason, .confirm: return .stay
    }
  }
}

/// What became of writing a plan to a file.
package enum PlanWriting: Hashable, Sendable {
  /// It stands there.
  case written(path: String)
  /// It could not be written, and why.
  case failed(Explanation)
}
