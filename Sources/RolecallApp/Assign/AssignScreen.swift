package import AccessModel
package import Canvas
package import FoundationEssentials

/// The roles that may be assigned to a user: found by a few letters, and with what the user gains.
///
/// Roles that the user holds directly are left out.
package struct AssignScreen: Hashable, Sendable {
  /// A role to choose from.
  struct Choice: Hashable, Sendable {
    var role: Role
    var name: FuzzyText
  }

  /// Who it is about; never changes while the screen is open.
  package let user: User
  /// All roles of the tenant.
  package internal(set) var roles = Loadable<[Role]>()
  /// The roles that the user holds directly.
  package internal(set) var held = Loadable<[Role]>()
  /// The permissions that the user has already.
  package internal(set) var permissions = Loadable<[Permission]>()
  /// What roles give, as far as that has been read.
  package internal(set) var given: [RoleID: Fact<[Permission]>] = [:]
  /// What has been typed.
  package internal(set) var field = TextField()
  /// The roles that fit what has been typed, the best first.
  package private(set) var shown: [Role] = []
  /// The roles that are marked.
  package internal(set) var marked: Set<RoleID> = []
  /// Where the person is.
  var cursor = ListCursor<RoleID>()
  /// The roles of which is being read what they give.
  var reading: [Generation: RoleID] = [:]

  private var choices: [Choice] = []

  /// How many roles are asked about at a time.
  static let readsAtATime = 4

  /// The choice for a user, nothing read yet.
  package init(user: User) { self.user = user }

  /// The role under the cursor.
  package var current: Role? { cursor.index(in: shown.map(\.id)).map { shown[$0] } }

  /// The roles that are to be assigned: all that are marked, whatever is typed, else the one under the
  /// cursor.
  package var chosen: [Role] {
    guard marked.isEmpty else { return choices.map(\.role).filter { marked.contains($0.id) } }
    return current.map { [$0] } ?? []
  }

  /// How many marked roles are not among those shown.
  package var hiddenCount: Int { marked.subtracting(shown.map(\.id)).count }

  /// What the user gains by the chosen roles: what they give and the user does not have yet.
  package var gains: AssignGains {
    AssignGains(roles: chosen, given: given, has: permissions)
  }

  /// What stands in the way of choosing, if anything.
  package var error: APIError? { roles.error ?? held.error }

  /// When the roles were read.
  package var readAt: Date? { roles.readAt }

  /// Whether it cannot be chosen from yet.
  package var isLoading: Bool { roles.reading != nil || held.reading != nil }

  /// Gathers what may be chosen: what is not held, by name.
  ///
  /// Nothing may be chosen while that is not known.
  mutating func gather(visible: Int) {
    let isFirst = choices.isEmpty
    let heldIDs = Set((held.value ?? []).map(\.id))
    let all = held.value == nil ? [] : roles.value ?? []
    choices = all.filter { !heldIDs.contains($0.id) }
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
      .map { Choice(role: $0, name: FuzzyText($0.displayName)) }
    marked.formIntersection(choices.map(\.role.id))
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
    cursor.follow(shown.map(\.id), visible: visible)
    if toFirst { cursor.place(at: 0, in: shown.map(\.id), visible: visible) }
  }
}
