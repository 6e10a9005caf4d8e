package import AccessModel
package import Canvas
package import FoundationEssentials

/// The roles that may be assigned to a user, or to several: found by a few letters, and with what they gain.
///
/// Roles that all of them hold directly are left out.
package struct AssignScreen: Hashable, Sendable {
  /// A role to choose from.
  struct Choice: Hashable, Sendable {
    var role: Role
    var name: FuzzyText
  }

  /// All roles of the tenant.
  package internal(set) var roles = Loadable<[Role]>()
  /// Whom it is about, what they hold directly and, of a few, which permissions they have.
  package internal(set) var holdings: Holdings
  /// What roles give, as far as that has been read.
  package internal(set) var given: [RoleID: Fact<[Permission]>] = [:]
  /// What has been typed.
  package internal(set) var field = TextField()
  /// The roles that fit what has been typed, the best first.
  package private(set) var shown: [Role] = []
  /// Their ids, in the same order.
  private(set) var ids: [RoleID] = []
  /// The roles that are marked.
  package internal(set) var marks = Marks<RoleID>()
  /// Where the person is.
  var cursor = ListCursor<RoleID>()
  /// The roles of which is being read what they give.
  var reading: [Generation: RoleID] = [:]

  private var choices: [Choice] = []
  /// How many of the users hold each role.
  private(set) var holderCounts: [RoleID: Int] = [:]

  /// How many roles are asked about at a time.
  static let readsAtATime = 4

  /// The choice for some users, nothing read yet.
  package init(users: [User]) {
    holdings = Holdings(
      of: .chosen(users), withPermissions: users.count <= PlanFacts.fullLimit)
  }

  /// The users of whom it is known what they hold; the others are left out.
  package var users: [User] { holdings.known }

  /// The only user whom it is about; `nil` for several.
  var user: User? {
    guard case .chosen(let users) = holdings.people, users.count == 1 else { return nil }
    return users[0]
  }

  /// The role under the cursor.
  package var current: Role? { cursor.index(in: ids).map { shown[$0] } }

  /// The roles that are to be assigned: all that are marked, whatever is typed, else the one under the
  /// cursor.
  package var chosen: [Role] {
    guard marks.isEmpty else { return choices.map(\.role).filter { marks.contains($0.id) } }
    return current.map { [$0] } ?? []
  }

  /// What the users gain by the chosen roles: what they give and a user does not have yet.
  package var gains: AssignGains {
    AssignGains(
      roles: chosen, given: given, users: users, held: holdings.roles, has: holdings.permissions,
      isReading: holdings.reading != nil)
  }

  /// What stands in the way of choosing, if anything.
  package var error: APIError? {
    // Where the only user could not be read, that says more than that nobody could.
    roles.error ?? holdings.error ?? user.flatMap { holdings.roles[$0.id]?.error }
  }

  /// When the roles were read.
  package var readAt: Date? { roles.readAt }

  /// Whether it cannot be chosen from yet.
  package var isLoading: Bool { roles.reading != nil || holdings.reading != nil }

  /// Gathers what may be chosen: what not all hold, by name.
  ///
  /// Nothing may be chosen while that is not known.
  mutating func gather(visible: Int) {
    let isFirst = choices.isEmpty
    holderCounts = [:]
    for user in users {
      for role in holdings.roles[user.id]?.value ?? [] { holderCounts[role.id, default: 0] += 1 }
    }
    let all = holdings.isComplete && !users.isEmpty ? roles.value ?? [] : []
    choices = all.filter { holderCounts[$0.id, default: 0] < users.count }
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
      .map { Choice(role: $0, name: FuzzyText($0.displayName)) }
    marks.remove(marks.ids.subtracting(choices.map(\.role.id)))
    refilter(visible: visible, toFirst: isFirst)
  }

  /// Finds what fits the text that has been typed; after a letter the cursor goes to the best.
  mutating func refilter(visible: Int, toFirst: Bool) {
    let text = field.text
    if text.allSatisfy(\.isWhitespace) {
      shown = choices.map(\.role)
    } else {
      let query = FuzzyQuery(text)
      shown = choices.enumerated()
        .compactMap { place, choice -> (score: Int, place: Int)? in
          // An id is looked for as it stands: its letters mean nothing.
          let score =
            choice.role.id.rawValue == text ? Int.max / 2 : choice.name.score(query)
          return score.map { ($0, place) }
        }
        .sorted { ($0.score, $1.place) > ($1.score, $0.place) }
        .map { choices[$0.place].role }
    }
    ids = shown.map(\.id)
    marks.follow(ids)
    cursor.follow(ids, visible: visible)
    if toFirst { cursor.place(at: 0, in: ids, visible: visible) }
  }
}
