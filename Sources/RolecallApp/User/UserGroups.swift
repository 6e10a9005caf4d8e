import AccessModel

/// The roles that come to a user through groups, and what is known of those groups.
///
/// Which roles these are takes one call; which groups give them takes a call a role, made only for what is
/// in view, a few at a time.
struct UserGroups: Hashable, Sendable {
  /// All roles that the user has, directly or through groups.
  var effective = Loadable<[EffectiveRole]>()
  /// The groups that give a role, as far as they have been read.
  private(set) var groups: [RoleID: Fact<[Group]>] = [:]
  /// What such a role gives, as far as that has been read.
  private(set) var given: [RoleID: Fact<[Permission]>] = [:]

  private var readingGroups: [Generation: RoleID] = [:]
  private var readingGiven: [Generation: RoleID] = [:]

  /// How many roles are asked about at a time: what a person waits for comes between them.
  static let readsAtATime = 4

  /// The roles that come through groups; none where that has not been read, or cannot be.
  var roles: [EffectiveRole] { (effective.value ?? []).filter(\.isThroughGroups) }

  /// The roles held directly and those through groups, the former first, each once.
  func roles(with direct: [Role]) -> [HeldRole] {
    let through = Dictionary(roles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ids = Set(direct.map(\.id))
    return direct.map { role in
      HeldRole(
        role: role, isDirect: true, isThroughGroups: through[role.id] != nil,
        groups: groups[role.id])
    }
      + roles.filter { !ids.contains($0.id) }.map { role in
        HeldRole(
          role: role.role, isDirect: false, isThroughGroups: true, groups: groups[role.id])
      }
  }

  /// What is not known of groups, and why, as a line says it; `nil` where all of it is known.
  var unknown: String? {
    if let error = effective.error {
      return "Groups: \(Self.words(error, .listUserEffectiveRoles))"
    }
    guard effective.value == nil else { return nil }
    return effective.reading == nil ? "Groups: not read" : "Groups: reading…"
  }

  /// Reads it all anew; what is known stays meanwhile.
  mutating func read(of user: UserID, _ turn: inout Turn) {
    abandon(&turn)
    effective.begin(turn.read(.effectiveRoles(user)))
  }

  /// Forgets the reads under way.
  mutating func abandon(_ turn: inout Turn) {
    turn.cancel(effective.reading)
    for generation in [readingGroups, readingGiven].flatMap(\.keys).sorted() {
      turn.cancel(generation)
    }
    effective.abandon()
    readingGroups = [:]
    readingGiven = [:]
  }

  /// Takes a reply; `false` where it waits for no such.
  mutating func take(
    _ reply: Reply, for generation: Generation, _ turn: inout Turn
  ) -> Bool {
    if effective.reading == generation {
      switch reply {
      case .effectiveRoles(let read):
        effective.succeed(read, at: turn.now)
        // What was known may be of old; it is read again as it comes into view.
        groups = [:]
        given = [:]
      case .failed(let error): effective.fail(error)
      default: break
      }
      return true
    }
    if let role = readingGroups.removeValue(forKey: generation) {
      if case .groups(let read) = reply { groups[role] = .known(read) }
      if case .failed(let error) = reply { groups[role] = .unknown(error) }
      return true
    }
    if let role = readingGiven.removeValue(forKey: generation) {
      if case .permissions(let read) = reply { given[role] = .known(read) }
      if case .failed(let error) = reply { given[role] = .unknown(error) }
      return true
    }
    return false
  }

  /// Asks which groups give the roles in view.
  mutating func readGroups(
    of user: UserID, giving inView: some Sequence<HeldRole>, _ turn: inout Turn
  ) {
    let asked = Set(readingGroups.values)
    for role in inView
    where role.isThroughGroups && groups[role.id] == nil && !asked.contains(role.id) {
      guard readingGroups.count < Self.readsAtATime else { return }
      readingGroups[turn.read(.roleGroups(role.id, of: user))] = role.id
    }
  }

  /// Asks what roles give that come through groups alone: the user's own permissions leave that out.
  mutating func readGiven(by roles: some Sequence<HeldRole>, _ turn: inout Turn) {
    let asked = Set(readingGiven.values)
    for role in roles where !role.isDirect && given[role.id] == nil && !asked.contains(role.id) {
      guard readingGiven.count < Self.readsAtATime else { return }
      readingGiven[turn.read(.rolePermissions(role.id))] = role.id
    }
  }

  /// Why something was not read, in few words.
  static func words(_ error: APIError, _ operation: Operation) -> String {
    switch error.code {
    case .forbidden:
      let scopes =
        error.expectedScopes.isEmpty
        ? operation.scopes.map(\.rawValue) : error.expectedScopes
      return scopes.isEmpty
        ? "not checked (the token may not)"
        : "not checked (needs \(scopes.joined(separator: ", ")))"
    case .notFound: return "not checked (this tenant does not tell)"
    case .rateLimited: return "not checked (the rate limit is spent)"
    default: return "not checked (the tenant gave no answer)"
    }
  }
}
