import AccessModel
import ManagementAPI
import RolecallApp

/// Reads what users hold directly: several of them at a time, told in their order.
struct HoldingsReader {
  /// How many users are read at a time.
  static let readsAtATime = 8

  private let api: any AccessReading
  private let withPermissions: Bool

  init(_ api: any AccessReading, withPermissions: Bool) {
    self.api = api
    self.withPermissions = withPermissions
  }

  /// Reads what people hold.
  ///
  /// A search is never trusted: each user whom it finds is read by id.
  ///
  /// - Parameter say: Takes the parts in their order.
  /// - Throws: `APIError` where the token may not read this, or where a search cannot be read to its end;
  ///   `CancellationError`.
  func read(_ people: People, _ say: (HoldingsPart) -> Void) async throws {
    switch people {
    case .chosen(let users):
      try await read(users, say) { try await self.holding(of: $0) }
    case .found(let search):
      let hits = try await self.hits(of: search) {
        say(HoldingsPart(holdings: [], found: $0, isSearching: true))
      }
      say(HoldingsPart(holdings: [], found: hits.count))
      try await read(hits, say) { try await self.holding(ofHit: $0) }
    }
  }

  /// Everybody whom a search finds, each once.
  private func hits(of search: UserSearch, _ tell: (Int) -> Void) async throws -> [User] {
    var seen: Set<UserID> = []
    var hits = try await api.users(named: search.exact).filter { seen.insert($0.id).inserted }
    let query = UserQuery(lucene: search.lucene)
    for try await page in api.everyUser(matching: query, by: .createdAtRanges) {
      guard page.reach == .whole else {
        throw APIError(
          .badRequest, .listUsers,
          explained: Explanation(
            "The search finds more users than the tenant lets anybody read, and was refused.",
            "Narrow the search, or mark users one by one."))
      }
      hits += page.items.filter { seen.insert($0.id).inserted }
      tell(hits.count)
    }
    return hits
  }

  private func read(
    _ users: [User], _ say: (HoldingsPart) -> Void,
    _ holding: @escaping @Sendable (User) async throws -> Holding
  ) async throws {
    try await withThrowingTaskGroup(of: (Int, Holding).self) { group in
      var next = 0
      var told = 0
      var waiting: [Int: Holding] = [:]
      func begin() {
        guard next < users.count else { return }
        let (place, user) = (next, users[next])
        next += 1
        group.addTask { (place, try await holding(user)) }
      }
      for _ in 0..<Self.readsAtATime { begin() }
      while let (place, read) = try await group.next() {
        waiting[place] = read
        begin()
        // What was read ahead of its turn waits for those before it.
        var part: [Holding] = []
        while let holding = waiting.removeValue(forKey: told + part.count) { part.append(holding) }
        told += part.count
        if !part.isEmpty { say(HoldingsPart(holdings: part, found: users.count)) }
      }
    }
    say(HoldingsPart(holdings: [], found: users.count, isLast: true))
  }

  private func holding(ofHit user: User) async throws -> Holding {
    do {
      return try await holding(of: try await api.user(user.id).user)
    } catch let error as APIError {
      return Holding(user: user, roles: .unknown(try Self.bearable(error)))
    }
  }

  private func holding(of user: User) async throws -> Holding {
    let roles = try await roles(of: user.id)
    guard withPermissions, roles.value != nil else { return Holding(user: user, roles: roles) }
    return Holding(user: user, roles: roles, permissions: try await permissions(of: user.id))
  }

  private func roles(of user: UserID) async throws -> Fact<[Role]> {
    do {
      return .known(try await api.roles(ofUser: user))
    } catch let error as APIError {
      return .unknown(try Self.bearable(error))
    }
  }

  /// What a user has already only tells what is gained: whoever cannot read it may assign nevertheless.
  private func permissions(of user: UserID) async throws -> Fact<[Permission]> {
    do {
      return .known(try await api.permissions(ofUser: user))
    } catch let error as APIError {
      return .unknown(error)
    }
  }

  /// What is wrong about one user alone; what would be wrong about each of them ends the reading.
  private static func bearable(_ error: APIError) throws -> APIError {
    switch error.code {
    case .unauthorized, .forbidden, .unreachable: throw error
    default: return error
    }
  }
}
