import AccessModel

/// How a run stands, as one value behind a lock: what became of each change, and what was not told yet.
struct RunTally {
  /// How a change was sent.
  enum Sending: Hashable {
    /// The tenant accepted it.
    case accepted
    /// The tenant refused it, or it never left.
    case refused(APIError)
    /// Nobody knows.
    case lost(APIError)
  }

  let plan: Plan
  /// What became of each change; `nil` until that is known.
  private(set) var states: [ChangeOutcome.State?]
  /// How changes were sent that wait for what is read afterwards.
  private(set) var sendings: [Int: Sending] = [:]
  /// How often each change was sent, in this process and before.
  var attempts: [Int]
  /// What was read last.
  var truth: [Change.Subject: Fact<HeldBefore>] = [:]
  /// What was read before the run began, and not used yet.
  private var ahead: Set<Change.Subject> = []
  /// The roles of users as last read.
  var rolesNow: [UserID: [Role]] = [:]
  /// How many pages the lists of roles had when they were counted.
  var listPages: [RoleID: Int] = [:]
  /// What the calls were named of which no answer came.
  var lost: [Int: String] = [:]
  /// What the tenant's log has of calls that were accepted.
  var log = LoggedWrites()
  var pattern = FailurePattern()
  var progress: RunProgress
  var phase = RunPhase.preparing
  var callsLeft = 0
  /// Why the journal cannot be written any more: nothing leaves then.
  var failure: JournalError?
  /// Whether the run stands on record as paused.
  var isPausedOnRecord = false

  private var changed: [Int: ChangeOutcome.State] = [:]
  private var lastTold: ContinuousClock.Instant?

  init(_ plan: Plan, attempts: [Int]? = nil) {
    self.plan = plan
    states = Array(repeating: nil, count: plan.changes.count)
    self.attempts = attempts ?? Array(repeating: 0, count: plan.changes.count)
    progress = RunProgress(total: plan.changes.count)
  }

  /// Takes what became of a change.
  mutating func settle(_ place: Int, _ state: ChangeOutcome.State, at moment: Timestamp) {
    let wasSent = sendings.removeValue(forKey: place) != nil
    states[place] = state
    changed[place] = state
    progress.note(state, wasSent: wasSent, at: moment)
  }

  /// Takes that changes were sent, and how.
  mutating func sent(_ places: [Int], _ sending: Sending, at moment: Timestamp) {
    let new = places.count { sendings[$0] == nil }
    for place in places { sendings[place] = sending }
    progress.noteSent(new, at: moment)
  }

  /// Takes what was read.
  mutating func take(_ answer: TruthReader.Answer) {
    callsLeft -= answer.calls
    listPages.merge(answer.listPages) { _, new in new }
    truth.merge(answer.states) { _, new in new }
    for user in answer.usersAsked { rolesNow[user] = answer.rolesOfUsers[user] }
  }

  /// Takes what was read before the run began.
  mutating func takeAhead(_ answer: TruthReader.Answer) {
    take(answer)
    ahead = Set(answer.states.keys)
  }

  /// Forgets what was read before the run began: it stood still, and nobody knows what happened meanwhile.
  mutating func forgetAhead() { ahead = [] }

  /// What was read of subjects before the run began, once; `nil` where any of them has to be read.
  mutating func useAhead(_ subjects: Set<Change.Subject>) -> TruthReader.Answer? {
    guard !subjects.isEmpty, subjects.isSubset(of: ahead) else { return nil }
    ahead.subtract(subjects)
    return TruthReader.Answer(states: truth.filter { subjects.contains($0.key) })
  }

  /// What to tell; `nil` where the last update was told just now.
  mutating func update(
    number: RunNumber?, pause: RunPause?, isUrgent: Bool
  ) -> RunUpdate? {
    let now = ContinuousClock.now
    if !isUrgent, let lastTold, now - lastTold < .milliseconds(50) { return nil }
    lastTold = now
    defer { changed = [:] }
    return RunUpdate(
      plan: plan.id, number: number, phase: phase, progress: progress, changed: changed,
      callsLeft: max(0, callsLeft), pause: pause)
  }

  /// What became of everything, with what nobody came to as not sent.
  var outcomes: [ChangeOutcome] {
    plan.changes.indices.map { place in
      ChangeOutcome(plan.changes[place], states[place] ?? leftover(place))
    }
  }

  private func leftover(_ place: Int) -> ChangeOutcome.State {
    switch sendings[place] {
    case nil: .notSent
    case .accepted:
      .leftOut(.recordedUnread(APIError(.interrupted, plan.changes[place].readOperation)))
    case .refused(let error): .failed(error)
    case .lost(let error): .unknown(error)
    }
  }

  /// What was made or found so, and what of that does not hold.
  var differences: VerificationDifferences {
    let places = states.indices.filter { place in
      switch states[place] {
      case .done, .alreadySo, .soMeanwhile, .notInEffect: true
      case .leftOut(.recorded), .leftOut(.alreadySo), .leftOut(.decidedAgainSince): true
      case .leftOut, .failed, .unknown, .notSent, nil: false
      }
    }
    return VerificationDifferences(
      plan, places: places.filter { plan.changes[$0].kind != .revokeAccess }
    ) { change in truth[change.subject]?.value.map { $0.isAlready(change) } }
  }
}

extension Change {
  /// The call that tells whether it is so.
  var readOperation: Operation {
    switch self {
    case .removeRole, .assignRole: .listUserRoles
    case .removeOrganizationRole, .assignOrganizationRole: .listOrganizationMemberRoles
    case .revokePermission, .grantPermission: .listUserPermissions
    case .removePermission, .addPermission: .listRolePermissions
    case .deleteRole: .getRole
    case .setRBAC: .getResourceServer
    case .revokeAccess: .listUserSessions
    }
  }
}
