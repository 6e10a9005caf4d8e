/// Who holds what, and since when: roles, a place in an organization, one in a group.
struct Assignments: Sendable {
  /// What a user holds: the id of a role, an organization or a group.
  struct Held: Sendable, Equatable, Codable {
    var id: String
    var since: Timestamp
  }

  /// A user who holds something.
  struct Member: Sendable, Equatable {
    var since: Timestamp
    var userID: String

    /// The order of members: by time, then by id, as the API's cursors have it.
    static func precedes(_ left: Member, _ right: Member) -> Bool {
      (left.since, left.userID) < (right.since, right.userID)
    }
  }

  private var heldByUser: [String: [Held]] = [:]
  private var membersByID: [String: [Member]] = [:]

  init() {}

  /// All assignments at once, which is far quicker than one after the other.
  init(_ assignments: [(userID: String, held: Held)]) {
    for (userID, held) in assignments {
      heldByUser[userID, default: []].append(held)
      membersByID[held.id, default: []].append(Member(since: held.since, userID: userID))
    }
    for id in membersByID.keys { membersByID[id]?.sort(by: Member.precedes) }
  }

  /// What each user holds, in the order in which it was given.
  init(_ heldByUser: [String: [Held]]) {
    self.init(heldByUser.flatMap { userID, held in held.map { (userID, $0) } })
  }

  /// What a user holds, in the order in which it was given.
  func held(by userID: String) -> [Held] { heldByUser[userID] ?? [] }

  /// The users who hold this, in the order of ``Member/precedes(_:_:)``.
  func members(of id: String) -> [Member] { membersByID[id] ?? [] }

  /// Whether a user holds this.
  func holds(_ id: String, _ userID: String) -> Bool {
    heldByUser[userID]?.contains { $0.id == id } ?? false
  }

  /// The ids of those who hold anything, and what it is; in no order.
  var all: [String: [Held]] { heldByUser }

  /// The members that come after a checkpoint, at most `count` of them.
  func members(
    of id: String, after checkpoint: Checkpoint?, count: Int
  ) -> ArraySlice<Member> {
    guard let members = membersByID[id] else { return [] }
    guard let checkpoint else { return members.prefix(count) }
    let place = Member(since: checkpoint.time, userID: checkpoint.id)
    var start = members.lowerBound(of: place)
    if start < members.count, members[start] == place { start += 1 }
    return members[start...].prefix(count)
  }

  /// Gives a user this; false where the user holds it already.
  mutating func assign(_ id: String, to userID: String, at time: Timestamp) -> Bool {
    guard !holds(id, userID) else { return false }
    heldByUser[userID, default: []].append(Held(id: id, since: time))
    let member = Member(since: time, userID: userID)
    let place = members(of: id).lowerBound(of: member)
    membersByID[id, default: []].insert(member, at: place)
    return true
  }

  /// Takes this from a user; false where the user does not hold it.
  mutating func remove(_ id: String, from userID: String) -> Bool {
    guard let position = heldByUser[userID]?.firstIndex(where: { $0.id == id }),
      let held = heldByUser[userID]?.remove(at: position)
    else { return false }
    removeMember(Member(since: held.since, userID: userID), of: id)
    return true
  }

  /// Takes everything from a user.
  mutating func removeAll(from userID: String) {
    for held in heldByUser.removeValue(forKey: userID) ?? [] {
      removeMember(Member(since: held.since, userID: userID), of: held.id)
    }
  }

  /// Takes this from everybody.
  mutating func removeAll(of id: String) {
    for member in membersByID.removeValue(forKey: id) ?? [] {
      heldByUser[member.userID]?.removeAll { $0.id == id }
    }
  }

  private mutating func removeMember(_ member: Member, of id: String) {
    let place = members(of: id).lowerBound(of: member)
    guard place < members(of: id).count, members(of: id)[place] == member else { return }
    membersByID[id]?.remove(at: place)
  }
}

extension [Assignments.Member] {
  /// The first place whose member does not come before this one.
  fileprivate func lowerBound(of member: Element) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if Element.precedes(self[middle], member) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
