package import AccessModel
package import FoundationEssentials

/// What some users hold directly: as far as it has been read, and what is under way.
package struct Holdings: Hashable, Sendable {
  /// Whom it is about; never changes.
  package let people: People
  /// Whether their permissions are read as well.
  let withPermissions: Bool
  /// The users of whom it is known what they hold, in order.
  package private(set) var known: [User] = []
  /// How many users could not be read, of those who exist.
  package private(set) var unreadCount = 0
  /// How many users do not exist any more.
  package private(set) var goneCount = 0
  /// Their roles.
  package private(set) var roles: [UserID: Fact<[Role]>] = [:]
  /// Their permissions.
  package private(set) var permissions: [UserID: Fact<[Permission]>] = [:]
  /// How many users are to be read, as far as that is known.
  package private(set) var found: Int?
  /// Whether a search may still find more.
  package private(set) var isSearching = false
  /// The read under way.
  package private(set) var reading: Generation?
  /// Whether everybody has been read.
  package private(set) var isComplete = false
  /// When the last of them was read.
  package private(set) var readAt: Date?
  /// Why the last read broke off.
  package private(set) var error: APIError?

  /// What some users hold, nothing read yet.
  init(of people: People, withPermissions: Bool = false) {
    self.people = people
    self.withPermissions = withPermissions
    if case .chosen(let users) = people { found = users.count }
  }

  /// How many users have been asked about, whatever came of it.
  package var readCount: Int { known.count + unreadCount + goneCount }

  /// Whether a user holds a role; `nil` where that is not known.
  package func holds(_ role: RoleID, _ user: UserID) -> Bool? {
    roles[user]?.value?.contains { $0.id == role }
  }

  /// Reads all of it, in place of a read under way; what was read before counts no more.
  mutating func read(_ turn: inout Turn) {
    turn.cancel(reading)
    let begun = Holdings(of: people, withPermissions: withPermissions)
    self = begun
    reading = turn.read(.holdings(people, withPermissions: withPermissions))
  }

  /// Forgets the read under way; `false` where there is none.
  mutating func abandon(_ turn: inout Turn) -> Bool {
    guard let reading else { return false }
    turn.cancel(reading)
    self.reading = nil
    return true
  }

  /// Takes a part of it, or a failure; `false` where it is an answer to something else.
  mutating func take(_ reply: Reply, for generation: Generation, at now: Date) -> Bool {
    guard reading == generation else { return false }
    switch reply {
    case .holdings(let part):
      for holding in part.holdings { take(holding) }
      found = part.found
      isSearching = part.isSearching
      if part.isLast {
        reading = nil
        isComplete = true
        readAt = now
      }
    case .failed(let error):
      self.error = error
      reading = nil
    default: return false
    }
    return true
  }

  private mutating func take(_ holding: Holding) {
    let id = holding.user.id
    guard roles.updateValue(holding.roles, forKey: id) == nil else { return }
    permissions[id] = holding.permissions
    switch holding.roles {
    case .known: known.append(holding.user)
    case .unknown(let error) where error.code == .notFound: goneCount += 1
    case .unknown: unreadCount += 1
    }
  }

  /// How far the reading has come, in words; empty where nothing is being read.
  package var progress: String {
    guard reading != nil else { return "" }
    guard let found else { return "searching…" }
    if isSearching { return "searching: \(found.of("user")) found so far" }
    return "reading… \(readCount.grouped) of \(found.of("user"))"
  }

  /// Who could not be read and is left out, in words; `nil` for nobody.
  package var leftOutWords: String? {
    guard isComplete, goneCount + unreadCount > 0 else { return nil }
    var parts: [String] = []
    if goneCount > 0 {
      parts.append("\(goneCount.of("user")) \(goneCount == 1 ? "exists" : "exist") no more")
    }
    if unreadCount > 0 { parts.append("\(unreadCount.of("user")) could not be read") }
    return parts.joined(separator: ", ") + ": left out"
  }
}
