/// Where in a plan each user's changes stand, in little memory: the first place of each user, and from
/// each place the next of the same user.
struct UserIndex: Sendable {
  /// The first place of each user, in the plan's order.
  private(set) var firstPlaces: [Int32] = []

  private var ends: [UserID: (first: Int32, last: Int32)] = [:]
  private var next: [Int32] = []

  /// Whether every change concerns a user.
  private(set) var isAboutUsersAlone = true

  /// Makes room for so many changes.
  mutating func reserveCapacity(_ count: Int) {
    ends.reserveCapacity(count)
    firstPlaces.reserveCapacity(count)
    next.reserveCapacity(count)
  }

  /// Takes the change at the next place.
  mutating func append(_ user: UserID?) {
    let place = Int32(next.count)
    next.append(-1)
    guard let user else {
      isAboutUsersAlone = false
      return
    }
    if let known = ends[user] {
      next[Int(known.last)] = place
      ends[user] = (known.first, place)
    } else {
      ends[user] = (place, place)
      firstPlaces.append(place)
    }
  }

  /// The places of a user's changes.
  func places(of user: UserID) -> [Int] {
    guard var place = ends[user]?.first else { return [] }
    var places: [Int] = []
    while place >= 0 {
      places.append(Int(place))
      place = next[Int(place)]
    }
    return places
  }
}
