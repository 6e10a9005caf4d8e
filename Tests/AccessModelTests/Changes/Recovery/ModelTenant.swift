import AccessModel
import SeededRandomness

/// A tenant of a few users and roles, a journal and a log, and somebody else who writes to it as well.
struct ModelTenant {
  static let users = (0..<4).map { UserID("auth0|\($0)") }
  static let roles = (0..<3).map { RoleID("rol_\($0)") }

  /// A write that was carried out.
  struct Write {
    var at: Timestamp
    var subject: Change.Subject
    /// The id in the log.
    var logID: String
    /// The correlation id of ours; `nil` for somebody else's.
    var correlation: String?
  }

  private(set) var minute: Int64 = 0
  private(set) var created: [UserID: Timestamp] = [:]
  private(set) var blocked: Set<UserID> = []
  private(set) var existing = Set(roles)
  private(set) var held: Set<Change.Subject> = []
  private(set) var writes: [Write] = []
  var runs: [RunRecord] = []
  var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    for user in Self.users {
      created[user] = .minute(-100)
      for role in Self.roles where Bool.random(using: &random) {
        held.insert(.role(role, of: user))
      }
    }
  }

  /// The next moment; far enough from the last for the log to have caught up.
  mutating func now() -> Timestamp {
    minute += 10
    return .minute(minute)
  }

  func user(_ id: UserID) -> User {
    var user = User(id: id, name: id.rawValue)
    user.createdAt = created[id]?.date
    user.isBlocked = blocked.contains(id)
    return user
  }

  /// Whether a change could be carried out at all.
  func exists(_ change: Change) -> Bool {
    guard let user = change.user?.id, let role = change.role?.id else { return false }
    return created[user] != nil && existing.contains(role)
  }

  /// Carries out a write.
  mutating func apply(_ change: Change, at moment: Timestamp, correlation: String?) {
    if change.grants { held.insert(change.subject) } else { held.remove(change.subject) }
    writes.append(
      Write(
        at: moment, subject: change.subject, logID: "log\(writes.count)",
        correlation: correlation))
  }

  /// Somebody else writes, at random.
  mutating func interfere() {
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let user = Self.users[Int.random(in: 0..<Self.users.count, using: &random)]
      let role = Self.roles[Int.random(in: 0..<Self.roles.count, using: &random)]
      let moment = now()
      switch Int.random(in: 0..<14, using: &random) {
      case 0...1:
        if created[user] == nil { created[user] = moment } else { delete(user, at: moment) }
      case 2: existing.remove(role)
      case 3: if blocked.remove(user) == nil { blocked.insert(user) }
      case 4...8: change(.assign, role, user, at: moment)
      default: change(.remove, role, user, at: moment)
      }
    }
  }

  private mutating func change(
    _ intent: Plan.Intent, _ role: RoleID, _ user: UserID, at moment: Timestamp
  ) {
    let change = Change(intent, Role(id: role, name: ""), of: self.user(user))
    guard exists(change) else { return }
    apply(change, at: moment, correlation: nil)
  }

  private mutating func delete(_ user: UserID, at moment: Timestamp) {
    created[user] = nil
    blocked.remove(user)
    for role in Self.roles {
      let subject = Change.Subject.role(role, of: user)
      guard held.remove(subject) != nil else { continue }
      writes.append(
        Write(at: moment, subject: subject, logID: "log\(writes.count)", correlation: nil))
    }
  }

  /// What is read before a run is gone on with or taken back.
  ///
  /// - Parameter readsLog: Whether the token may read what others wrote.
  func truth(for run: RunRecord, readsLog: Bool) -> TruthNow {
    var truth = TruthNow(decidedSince: LaterDecision.decisions(after: run, in: runs))
    for user in Self.users {
      truth.users[user] = .known(created[user] == nil ? nil : UserNow(self.user(user)))
      for role in Self.roles {
        let subject = Change.Subject.role(role, of: user)
        truth.states[subject] = .known(.held(held.contains(subject)))
      }
    }
    for role in Self.roles {
      truth.roles[role] = .known(
        existing.contains(role) ? RoleNow(permissions: .known([])) : nil)
    }
    guard readsLog else { return truth }
    for write in writes where write.correlation == nil && write.at >= run.startedAt {
      truth.decidedSince[write.subject] = .log(write.logID)
    }
    return truth
  }

  /// What the log tells of an entry, sometimes too little.
  mutating func evidence(of entry: ChangeEntry) -> LogEvidence {
    let correlations = Set(entry.attempts.map(\.correlation))
    if let write = writes.first(where: { $0.correlation.map(correlations.contains) ?? false }) {
      return .found(logID: write.logID)
    }
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return .unreadable(APIError(.forbidden, .getUser))
    case 1: return .absent(from: .minute(minute), to: .minute(minute + 1))
    default: return .absent(from: .minute(-1_000), to: .minute(minute + 10))
    }
  }
}
