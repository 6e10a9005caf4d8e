package import AccessModel

/// The organizations of a user, and the roles that the user holds within each.
///
/// Which organizations these are takes one call; the roles take a call an organization, made only for what
/// is in view, a few at a time.
package struct UserOrganizations: Hashable, Sendable {
  /// A row of the list: an organization, or below it a role that is held there.
  package struct Row: Hashable, Sendable, Identifiable {
    /// What tells rows apart: a tenant role and an organization's role of one id are not the same.
    package struct ID: Hashable, Sendable {
      package var organization: OrganizationID
      /// `nil` for the organization itself.
      package var role: RoleID?
    }

    /// The organization.
    package var organization: Organization
    /// The role; `nil` for the organization itself.
    package var role: Role?

    package var id: ID { ID(organization: organization.id, role: role?.id) }

    /// The role with the organization in its name, so that no role of the tenant can be meant.
    package var roleName: String? {
      role.map { "\($0.displayName) in \(organization.knownName)" }
    }

    /// Why it cannot be removed here, and where that is done; `nil` for a role, which can.
    package var obstacle: String? {
      role == nil ? "membership of \(organization.knownName) is managed in the Dashboard" : nil
    }
  }

  /// The organizations.
  package internal(set) var list = Loadable<[Organization]>()
  /// The roles held in an organization, as far as they have been read.
  package private(set) var roles: [OrganizationID: Fact<[Role]>] = [:]
  /// The organizations and below each its roles, as far as those are known.
  package private(set) var rows: [Row] = []
  /// The roles that are marked, each within its organization.
  package internal(set) var marked: Set<Row.ID> = []
  /// Where the person is.
  var cursor = ListCursor<Row.ID>()

  private var reading: [Generation: OrganizationID] = [:]

  /// How many organizations are asked about at a time: what a person waits for comes between them.
  static let readsAtATime = 4
  /// How many organizations the line below a user's roles names.
  static let named = 3

  /// The row under the cursor.
  package var current: Row? { cursor.index(in: rows.map(\.id)).map { rows[$0] } }

  /// The roles that the trash key acts on: all that are marked, else the one under the cursor.
  var chosen: [Row] {
    guard marked.isEmpty else { return rows.filter { marked.contains($0.id) } }
    return current.flatMap { $0.role == nil ? nil : [$0] } ?? []
  }

  /// Reads it all anew; what is known stays meanwhile.
  mutating func read(of user: UserID, _ turn: inout Turn) {
    abandon(&turn)
    list.begin(turn.read(.organizations(user)))
  }

  /// Forgets the reads under way.
  mutating func abandon(_ turn: inout Turn) {
    turn.cancel(list.reading)
    for generation in reading.keys.sorted() { turn.cancel(generation) }
    list.abandon()
    reading = [:]
  }

  /// Takes a reply; `false` where it waits for no such.
  mutating func take(
    _ reply: Reply, for generation: Generation, visible: Int, _ turn: inout Turn
  ) -> Bool {
    if list.reading == generation {
      switch reply {
      case .organizations(let read):
        let isFirst = list.value == nil
        list.succeed(read, at: turn.now)
        roles = [:]
        regather(visible: visible)
        if isFirst { cursor.place(at: 0, in: rows.map(\.id), visible: visible) }
      case .failed(let error):
        list.fail(error)
      default: break
      }
      return true
    }
    guard let organization = reading.removeValue(forKey: generation) else { return false }
    if case .roles(let read) = reply { roles[organization] = .known(read) }
    if case .failed(let error) = reply { roles[organization] = .unknown(error) }
    regather(visible: visible)
    return true
  }

  /// Asks which roles the user holds in the organizations whose rows are in view.
  mutating func readRoles(of user: UserID, in inView: Range<Int>, _ turn: inout Turn) {
    readRoles(of: user, in: rows[inView.clamped(to: rows.indices)].map(\.organization.id), &turn)
  }

  /// Asks for the roles that the line below a user's roles names.
  mutating func readNamedRoles(of user: UserID, _ turn: inout Turn) {
    readRoles(of: user, in: (list.value ?? []).prefix(Self.named).map(\.id), &turn)
  }

  /// Why the roles held in some organization are not known; `nil` where they are.
  var unknownRoles: String? {
    (list.value ?? []).lazy.compactMap { roles[$0.id]?.error }.first.map {
      "Roles: \(UserGroups.words($0, .listOrganizationMemberRoles))"
    }
  }

  /// The line below a user's roles; `nil` for a member of none.
  var summary: String? {
    if let error = list.error {
      return "In organizations: \(UserGroups.words(error, .listUserOrganizations))"
    }
    if list.value == nil, list.reading != nil { return "In organizations: reading…" }
    guard let organizations = list.value, !organizations.isEmpty else { return nil }
    let named = organizations.prefix(Self.named).map { organization in
      let place = organization.knownName.shortened()
      switch roles[organization.id] {
      case .known(let held) where held.isEmpty: return "no role at \(place)"
      case .known(let held):
        return "\(held.map { $0.displayName.shortened() }.joined(separator: " and ")) at \(place)"
      case .unknown: return "roles not read at \(place)"
      case nil: return "… at \(place)"
      }
    }
    let rest = organizations.count - named.count
    let more = rest > 0 ? " and \(rest.grouped) more" : ""
    return "In organizations: \(named.joined(separator: ", "))\(more) (see Organizations)"
  }

  private mutating func readRoles(
    of user: UserID, in organizations: some Sequence<OrganizationID>, _ turn: inout Turn
  ) {
    var asked = Set(reading.values)
    for organization in organizations
    where roles[organization] == nil && !asked.contains(organization) {
      guard reading.count < Self.readsAtATime else { return }
      reading[turn.read(.organizationRoles(user, in: organization))] = organization
      asked.insert(organization)
    }
  }

  private mutating func regather(visible: Int) {
    rows = (list.value ?? []).flatMap { organization in
      [Row(organization: organization, role: nil)]
        + (roles[organization.id]?.value ?? []).map { Row(organization: organization, role: $0) }
    }
    marked.formIntersection(rows.map(\.id))
    cursor.follow(rows.map(\.id), visible: visible)
  }
}

extension Organization {
  /// What to call it: the name that people read, else what comes nearest to one.
  var knownName: String {
    [displayName, name].first { !$0.isEmpty } ?? id.rawValue
  }
}

extension String {
  /// The text, of which a long one loses its end: one name must not take the room of all others.
  func shortened() -> String { count > 40 ? "\(prefix(39))…" : self }
}
