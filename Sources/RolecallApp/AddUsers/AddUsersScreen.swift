package import AccessModel
package import FoundationEssentials

/// Users found by a search, to assign one role to: who holds it already is shown, and cannot be chosen.
package struct AddUsersScreen: Hashable, Sendable {
  /// Users of whom it is being read what they hold.
  struct Lookup: Hashable, Sendable {
    var generation: Generation
    var ids: [UserID]
  }

  /// The role; never changes while the screen is open.
  package let role: Role
  /// The search, whom it finds, and who of them is marked.
  package internal(set) var list = UsersScreen()
  /// Who is known to hold the role directly.
  package private(set) var holders: Set<UserID>
  /// Whether the role's own list had been read to its end, so that nobody else holds it.
  let knowsHolders: Bool
  /// What the role gives.
  var given = Loadable<[Permission]>()
  /// What users hold, as far as that has been read.
  private(set) var held: [UserID: Fact<[Role]>] = [:]
  /// The permissions that users have, as far as that has been read.
  private(set) var has: [UserID: Fact<[Permission]>] = [:]
  /// The read of what users hold.
  var lookup: Lookup?
  /// Why that could not be read; not tried again until the person asks.
  var lookupError: APIError?

  /// How many users are read at a time.
  static let lookupSize = 10

  /// A search for users to assign a role to.
  ///
  /// - Parameters:
  ///   - holders: Who is known to hold it.
  ///   - isComplete: Whether nobody else does.
  package init(role: Role, holders: Set<UserID>, isComplete: Bool) {
    self.role = role
    self.holders = holders
    knowsHolders = isComplete
    list.isFieldFocused = true
  }

  /// The users who are to have the role: all that are marked and shown, else the one under the cursor; nobody
  /// who is known to hold it.
  package var chosen: [User] { list.chosen.filter { !holders.contains($0.id) } }

  /// What the chosen users gain by the role.
  package var gains: AssignGains {
    let users = chosen
    return AssignGains(
      roles: [role], given: fact.map { [role.id: $0] } ?? [:], users: users, held: held, has: has,
      isReading: lookup != nil && users.count <= PlanFacts.fullLimit)
  }

  /// When the list was read.
  package var readAt: Date? { list.readAt }

  /// Whether users are being read.
  package var isLoading: Bool { list.isLoading }

  /// The users of whom it is to be read next what they hold, and whether their permissions are as well.
  ///
  /// First come those that are chosen, as long as they are few; then those in view, where it is not known who
  /// holds the role.
  func wanted(inView rows: Int) -> (users: [User], withPermissions: Bool) {
    let chosen = chosen
    if chosen.count <= PlanFacts.fullLimit {
      let unread = chosen.filter { has[$0.id] == nil }
      if !unread.isEmpty { return (Array(unread.prefix(Self.lookupSize)), true) }
    }
    guard !knowsHolders else { return ([], false) }
    let inView = list.users.dropFirst(list.cursor.offset).prefix(rows)
      .filter { held[$0.id] == nil && !holders.contains($0.id) }
    return (Array(inView.prefix(Self.lookupSize)), false)
  }

  /// Takes what users hold; whoever turns out to hold the role is no longer marked.
  mutating func take(_ holdings: [Holding]) {
    for holding in holdings {
      let id = holding.user.id
      held[id] = holding.roles
      has[id] = holding.permissions ?? holding.roles.error.map(Fact.unknown)
      guard holding.roles.value?.contains(where: { $0.id == role.id }) == true else { continue }
      holders.insert(id)
      list.marks.remove([id])
    }
    list.marks.follow(list.ids)
  }

  /// Forgets what users hold, so that it is read again.
  mutating func forgetHoldings() {
    held = [:]
    has = [:]
  }

  private var fact: Fact<[Permission]>? {
    given.value.map(Fact.known) ?? given.error.map(Fact.unknown)
  }
}
