/// Who holds which role, and since when.
struct RoleAssignments: Sendable {
  /// A role that a user holds.
  struct Held: Sendable, Equatable {
    var roleID: String
    var since: Timestamp
  }

  /// A user who holds a role.
  struct Member: Sendable, Equatable {
    var since: Timestamp
    var userID: String

    /// The order of a role's members: by time, then by id, as the API's cursors have it.
    static func precedes(_ left: Member, _ right: Member) -> Bool {
      (left.since, left.userID) < (right.since, right.userID)
    }
  }

  private var heldByUser: [String: [Held]] = [:]
  private var membersByRole: [String: [Member]] = [:]

  init() {}

  /// All assignments at once, which is far quicker than one after the other.
  init(_ assignments: [(userID: String, held: Held)]) {
    for (userID, held) in assignments {
      heldByUser[userID, default: []].append(held)
      membersByRole[held.roleID, default: []].append(Member(since: held.since, userID: userID))
    }
    for roleID in membersByRole.keys { membersByRole[roleID]?.sort(by: Member.precedes) }
  }

  /// The roles that a user holds, in the order in which they were assigned.
  func held(by userID: String) -> [Held] { heldByUser[userID] ?? [] }

  /// The users who hold a role, in the order of ``Member/precedes(_:_:)``.
  func members(of roleID: String) -> [Member] { membersByRole[roleID] ?? [] }

  /// The members of a role that come after a checkpoint, at most `count` of them.
  func members(
    of roleID: String, after checkpoint: Checkpoint?, count: Int
  ) -> ArraySlice<Member> {
    guard let members = membersByRole[roleID] else { return [] }
    guard let checkpoint else { return members.prefix(count) }
    let place = Member(since: checkpoint.time, userID: checkpoint.id)
    var start = members.lowerBound(of: place)
    if start < members.count, members[start] == place { start += 1 }
    return members[start...].prefix(count)
  }

  /// Gives a user a role; false where the user holds it already.
  mutating func assign(_ roleID: String, to userID: String, at time: Timestamp) -> Bool {
    guard !held(by: userID).contains(where: { $0.roleID == roleID }) else { return false }
    heldByUser[userID, default: []].append(Held(roleID: roleID, since: time))
    let member = Member(since: time, userID: userID)
    let place = members(of: roleID).lowerBound(of: member)
    membersByRole[roleID, default: []].insert(member, at: place)
    return true
  }

  /// Takes a role from a user; false where the user does not hold it.
  mutating func remove(_ roleID: String, from userID: String) -> Bool {
    guard let position = heldByUser[userID]?.firstIndex(where: { $0.roleID == roleID }),
      let held = heldByUser[userID]?.remove(at: position)
    else { return false }
    removeMember(Member(since: held.since, userID: userID), of: roleID)
    return true
  }

  /// Takes every role from a user.
  mutating func removeAll(from userID: String) {
    for held in heldByUser.removeValue(forKey: userID) ?? [] {
      removeMember(Member(since: held.since, userID: userID), of: held.roleID)
    }
  }

  /// Takes a role from everybody.
  mutating func removeAll(of roleID: String) {
    for member in membersByRole.removeValue(forKey: roleID) ?? [] {
      heldByUser[member.userID]?.removeAll { $0.roleID == roleID }
    }
  }

  private mutating func removeMember(_ member: Member, of roleID: String) {
    let place = members(of: roleID).lowerBound(of: member)
    guard place < members(of: roleID).count, members(of: roleID)[place] == member else { return }
    membersByRole[roleID]?.remove(at: place)
  }
}

extension [RoleAssignments.Member] {
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
