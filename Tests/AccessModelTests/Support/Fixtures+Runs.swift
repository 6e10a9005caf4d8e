import AccessModel

extension Timestamp {
  /// The moment at which runs of the tests begin, and so many minutes later.
  static func minute(_ minute: Int64) -> Timestamp {
    Timestamp(milliseconds: 1_700_000_000_000 + minute * 60_000)
  }
}

extension ChangeAttempt {
  static func at(_ minute: Int64, _ answer: Answer) -> ChangeAttempt {
    ChangeAttempt(at: .minute(minute), correlation: "run-1-\(minute)", answer: answer)
  }

  static let accepted = at(1, .accepted(status: 204))
  static let unrecorded = at(1, .unrecorded)
  static let lost = at(1, .lost(.timedOut))
  static func refused(_ code: APIError.Code) -> ChangeAttempt { at(1, .refused(code, status: 400)) }
}

extension ChangeEntry {
  /// What the journal has of a change that was held the other way when it was planned and acted on.
  static func of(
    _ change: Change, before: HeldBefore? = nil, readBefore: HeldBefore? = nil,
    _ attempts: ChangeAttempt..., logID: String? = nil
  ) -> ChangeEntry {
    ChangeEntry(
      record: ChangeRecord(change, before: before ?? .held(!change.grants), includesEmail: false),
      readBefore: readBefore ?? (attempts.isEmpty ? .notRead : .held(!change.grants)),
      attempts: attempts, logID: logID)
  }
}

extension RunRecord {
  static func of(
    _ entries: ChangeEntry..., id: String = "run-1",
    permissionsThen: [RoleID: Set<Permission.Key>] = [:], startedAt: Timestamp = .minute(0)
  ) -> RunRecord {
    RunRecord(
      id: id, tenant: "acme-prod.eu.auth0.com", state: .interrupted, startedAt: startedAt,
      permissionsThen: permissionsThen, entries: entries)
  }
}

extension User {
  /// Ana as the journal knows her: with the time of creation.
  static let anaThen: User = {
    var user = User.ana
    user.createdAt = Timestamp.minute(-1_000).date
    return user
  }()
}

extension TruthNow {
  /// A truth in which Ana is who she was, Billing Admin gives what it gave, and a change is so or not.
  static func of(
    _ change: Change, isSo: Bool, user: Fact<UserNow?> = .known(UserNow(.anaThen)),
    role: Fact<RoleNow?> = .known(RoleNow(permissions: .known([]))),
    decided: LaterDecision? = nil
  ) -> TruthNow {
    TruthNow(
      users: [User.ana.id: user], roles: [Role.admin.id: role],
      states: [change.subject: .known(.held(isSo == change.grants))],
      members: [Organization.initech.identifying: [User.ana.id: .known(true)]],
      decidedSince: decided.map { [change.subject: $0] } ?? [:])
  }
}

extension Organization {
  /// The id as text, as records have it.
  var identifying: String {
    ChangeRecord(
      .assignOrganizationRole(.admin, to: .ana, in: self), includesEmail: false
    ).organization?.id ?? ""
  }
}
