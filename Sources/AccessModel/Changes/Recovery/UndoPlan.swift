/// What taking back a run comes to: changes to confirm under a heading of their own, and what is left
/// out, each with its reason.
///
/// Taking back a removal grants: it looks like one, and never gives back what somebody else decided
/// since. A role is found again by its id alone, never by its name.
package struct UndoPlan: Hashable, Sendable {
  /// Why a change is not taken back.
  package enum Reason: Hashable, Sendable {
    /// It was so before the run, which did nothing.
    case alreadySoThen
    /// It was never carried out.
    case neverDone
    /// Nobody knows whether the run carried it out.
    case fateUncertain
    /// Whether it was so before was not read, so that it may not be this run's.
    case beforeUnknown
    /// Nothing takes it back.
    case irrevocable(Change.Irrevocability)
    /// It is again as it was before: somebody took it back already.
    case takenBackSince
    /// Somebody decided about it since.
    case decidedSince(LaterDecision)
    /// How the API is set was changed since, to something else.
    case setDifferentlySince
    /// The user does not exist any more.
    case userDeleted
    /// The user is blocked.
    case userBlocked
    /// Another person has the user's id now: created at another time.
    case userCreatedAnotherTime
    /// It cannot be told whether the user is the same person.
    case userNotCertain
    /// The user is not a member of the organization any more.
    case notMember
    /// The role does not exist any more; another one by its name is another role.
    case roleDeleted
    /// The role gives more now than then, and such roles were to be left out.
    case roleGivesMore([Permission.Key])
    /// What is so now could not be read.
    case unread(APIError)
    /// The record cannot be understood.
    case unreadableRecord
  }

  /// A change that is not taken back.
  package struct LeftOut: Hashable, Sendable {
    /// Its record.
    package var record: ChangeRecord
    /// Why.
    package var reason: Reason
  }

  /// What a role gives now, compared with then.
  package enum Growth: Hashable, Sendable {
    /// It gives these besides: whoever gets it back gains them.
    case gains([Permission.Key])
    /// What it gave then, or gives now, is not known.
    case unknown
  }

  /// The run that is taken back.
  package let run: String
  /// What is to be done, with what is so now.
  package private(set) var changes: [PlannedChange] = []
  /// What stays different although it is taken back, by place in ``changes``.
  package private(set) var remainders: [Int: Change.Remainder] = [:]
  /// What is not done.
  package private(set) var leftOut: [LeftOut] = []
  /// Roles that give more now than then, or of which that is not known, among those given back.
  package private(set) var growth: [RoleID: Growth] = [:]
  /// Why the tenant's log does not tell what others decided since, where it does not: what is to be given
  /// back may then have been taken by somebody else as well.
  package let decisionsUnread: APIError?

  /// Decides what of a run is taken back.
  ///
  /// - Parameters:
  ///   - run: What the journal has.
  ///   - truth: What is so now.
  ///   - leavesOutGrownRoles: Whether roles that give more now than then are left out rather than shown.
  package init(of run: RunRecord, truth: TruthNow, leavesOutGrownRoles: Bool = false) {
    self.run = run.id
    decisionsUnread = truth.decisionsUnread
    for entry in run.entries {
      switch Self.verdict(on: entry, of: run, truth) {
      case .leave(let reason): leftOut.append(LeftOut(record: entry.record, reason: reason))
      case .take(let change, let remainder):
        if let grown = Self.growth(of: change, run, truth) {
          if leavesOutGrownRoles, case .gains(let permissions) = grown {
            leftOut.append(LeftOut(record: entry.record, reason: .roleGivesMore(permissions)))
            continue
          }
          if let role = change.role { growth[role.id] = grown }
        }
        if let remainder { remainders[changes.count] = remainder }
        changes.append(PlannedChange(change, before: Self.before(change, truth)))
      }
    }
  }

  /// The plan to confirm and run; empty where nothing can be taken back.
  package func plan(id: String, tenant: Tenant, reason: String = "") -> Plan {
    Plan(id: id, tenant: tenant, planned: changes, reason: reason)
  }

  private enum Verdict {
    case take(Change, Change.Remainder?)
    case leave(Reason)
  }

  private static func before(_ change: Change, _ truth: TruthNow) -> HeldBefore {
    truth.states[change.subject]?.value ?? .notRead
  }

  private static func verdict(
    on entry: ChangeEntry, of run: RunRecord, _ truth: TruthNow
  ) -> Verdict {
    guard let change = try? entry.record.change() else { return .leave(.unreadableRecord) }
    switch entry.fate {
    case .alreadySo: return .leave(.alreadySoThen)
    case .notSent, .refused: return .leave(.neverDone)
    case .uncertain: return .leave(.fateUncertain)
    case .accepted: break
    }
    // What the run read itself wins over what was so when it was planned.
    let before = entry.readBefore == .notRead ? entry.record.before : entry.readBefore
    let inverse: Change
    let remainder: Change.Remainder?
    switch change.inverse(before: before) {
    case .none(.wasAlreadySo): return .leave(.alreadySoThen)
    case .none(let reason): return .leave(.irrevocable(reason))
    case .exact(let change): (inverse, remainder) = (change, nil)
    case .partial(let change, let rest): (inverse, remainder) = (change, rest)
    }
    // The tenant accepts what is so already as well: without this nobody can say that it was ours.
    guard before != .notRead else { return .leave(.beforeUnknown) }
    if let decision = truth.decidedSince[change.subject] { return .leave(.decidedSince(decision)) }
    if let reason = reasonAgainstPeople(inverse, entry, run, truth) { return .leave(reason) }
    switch truth.isSo(inverse) {
    case .unknown(let error): return .leave(.unread(error))
    case .known(true): return .leave(.takenBackSince)
    case .known(false): break
    }
    if case .setRBAC = change, case .known(false) = truth.isSo(change) {
      return .leave(.setDifferentlySince)
    }
    return .take(inverse, remainder)
  }

  /// Why whom and what it concerns forbids it; `nil` where it does not.
  private static func reasonAgainstPeople(
    _ inverse: Change, _ entry: ChangeEntry, _ run: RunRecord, _ truth: TruthNow
  ) -> Reason? {
    if let then = entry.record.user {
      switch truth.users[then.id] {
      case nil: return .userNotCertain
      case .unknown(let error): return .unread(error)
      case .known(nil): return .userDeleted
      case .known(let user?):
        switch user.isSame(as: then, recordedAt: entry.firstSent ?? run.startedAt) {
        case nil: return .userNotCertain
        case false: return .userCreatedAnotherTime
        case true: break
        }
        // Taking away from somebody who is blocked gives nobody anything.
        if user.isBlocked, inverse.grants { return .userBlocked }
      }
      if let organization = entry.record.organization, inverse.grants {
        switch truth.members[organization.id]?[then.id] {
        case .known(true): break
        case .known(false): return .notMember
        case .unknown(let error): return .unread(error)
        case nil: return .userNotCertain
        }
      }
    }
    if let role = entry.record.role {
      switch truth.roles[role.id] {
      case .known(_?): break
      case .known(nil): return .roleDeleted
      case .unknown(let error): return .unread(error)
      case nil: return .unread(APIError(.unreadableAnswer, .listRolePermissions))
      }
    }
    return nil
  }

  /// Whether a role that is given back gives more than then; `nil` where it does not, or none is given.
  private static func growth(
    of change: Change, _ run: RunRecord, _ truth: TruthNow
  ) -> Growth? {
    switch change {
    case .assignRole(let role, _), .assignOrganizationRole(let role, _, _):
      guard let then = run.permissionsThen[role.id],
        let now = truth.roles[role.id]?.value??.permissions.value
      else { return .unknown }
      let gained = Set(now).subtracting(then).sorted()
      return gained.isEmpty ? nil : .gains(gained)
    case .removeRole, .removeOrganizationRole, .revokePermission, .grantPermission,
      .removePermission, .addPermission, .deleteRole, .setRBAC, .revokeAccess:
      return nil
    }
  }
}
