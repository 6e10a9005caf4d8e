/// Decides who holds which role.
///
/// Most people hold none to four, a few hold 50, and each role has at least two holders but one.
struct AssignmentSeeder: Sendable {
  private static let most = 50

  private let users: [User]
  private let cast: Cast
  private let roles: [Role]
  private let now: Timestamp
  private var random: SplitMix64
  /// The places in ``roles`` of the roles that each user holds.
  private var held: [[Int]]
  private let places: [String: Int]
  /// The roles that anybody can happen to hold.
  private let common: [Int]

  /// Whether somebody holds more roles than Auth0 lets anybody hold.
  private let beyondLimits: Bool

  init(
    users: [User], cast: Cast, roles: [Role], now: Timestamp, random: SplitMix64,
    beyondLimits: Bool = false
  ) {
    self.users = users
    self.cast = cast
    self.roles = roles
    self.now = now
    self.random = random
    self.beyondLimits = beyondLimits
    held = Array(repeating: [], count: users.count)
    places = Dictionary(
      roles.enumerated().map { ($0.element.name, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let apart = Set([
      RoleTemplate.Name.employee, RoleTemplate.Name.contractor, RoleTemplate.Name.breakGlass,
    ])
    common = roles.indices.filter { !apart.contains(roles[$0].name) }
  }

  /// Every assignment, each user's in the order of time.
  mutating func assignments() -> [(userID: String, held: Assignments.Held)] {
    for index in users.indices { assign(to: index) }
    assignApart()
    giveEachRoleTwoHolders()
    var assignments: [(userID: String, held: Assignments.Held)] = []
    for (index, user) in users.enumerated() {
      let span = max(1, now.milliseconds - user.createdAt.milliseconds)
      let times = held[index].map { _ in random.below(Int(span)) }.sorted()
      for (role, time) in zip(held[index], times) {
        let since = Timestamp(milliseconds: user.createdAt.milliseconds + Int64(time))
        assignments.append(
          (user.id, Assignments.Held(id: roles[role].id, since: since)))
      }
    }
    return assignments
  }

  private mutating func assign(to index: Int) {
    let domain = users[index].email?.split(separator: "@").last ?? ""
    if domain == "contractor.example" {
      give(RoleTemplate.Name.contractor, to: index)
    } else if random.happens(0.6) {
      give(RoleTemplate.Name.employee, to: index)
    }
    let count =
      switch random.fraction() {
      case ..<0.45: 0
      case ..<0.75: 1
      case ..<0.90: 2
      case ..<0.97: 3
      default: 4 + random.below(5)
      }
    for _ in 0..<count {
      // Squared, so that the roles at the top of the list have many more holders than the rest.
      let chance = random.fraction()
      give(common[Int(chance * chance * Double(common.count))], to: index)
    }
  }

  /// Ana's roles, those of the people with 50, and the one role with a single holder.
  private mutating func assignApart() {
    held[0] = [
      RoleTemplate.Name.billingAdmin, RoleTemplate.Name.support, RoleTemplate.Name.auditor,
    ].compactMap { places[$0] }
    if let other = users.firstIndex(where: { $0.id == Person.anaAtGoogle.userID }) {
      give(RoleTemplate.Name.billingAdmin, to: other)
    }
    for (number, index) in cast.plain.enumerated()
    where number == 2 || number == 4 || number % 400 == 399 {
      let others = common.shuffled(using: &random).filter { !held[index].contains($0) }
      held[index] += others.prefix(Self.most - held[index].count)
    }
    if beyondLimits, let index = cast.plain.dropFirst(3).first {
      held[index] += common.filter { !held[index].contains($0) }
    }
    if let holder = cast.plain.first { give(RoleTemplate.Name.breakGlass, to: holder) }
  }

  private mutating func giveEachRoleTwoHolders() {
    var holders = Array(repeating: 0, count: roles.count)
    for role in held.joined() { holders[role] += 1 }
    guard !cast.plain.isEmpty else { return }
    var turn = 5
    for role in roles.indices where roles[role].name != RoleTemplate.Name.breakGlass {
      // A tenant of a few people may have nobody left to give the role to.
      var attempts = cast.plain.count
      while holders[role] < 2, attempts > 0 {
        let index = cast.plain[turn % cast.plain.count]
        if give(role, to: index) { holders[role] += 1 }
        turn += 1
        attempts -= 1
      }
    }
  }

  private mutating func give(_ name: String, to index: Int) {
    if let role = places[name] { give(role, to: index) }
  }

  @discardableResult
  private mutating func give(_ role: Int, to index: Int) -> Bool {
    guard held[index].count < Self.most, !held[index].contains(role) else { return false }
    held[index].append(role)
    return true
  }
}
