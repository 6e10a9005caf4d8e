import AccessModel
import ManagementAPI

extension UserSelection {
  /// The users that are meant, each once.
  ///
  /// - Throws: `CommandFailure` where one that is named is not just one user, or where a search finds
  ///   more than can be read; `APIError`.
  func users(
    in reader: any AccessReading, tell: @Sendable (String) -> Void
  ) async throws -> [User] {
    switch self {
    case .named(let selectors):
      var seen: Set<UserID> = []
      let users = try await selectors.concurrently(atMost: PlanSubject.readsAtOnce) {
        try await $0.user(in: reader)
      }
      return users.filter { seen.insert($0.id).inserted }
    case .list(let list):
      return try await Self.users(of: list, in: reader, tell: tell)
    case .query(let lucene):
      return try await Self.users(matching: lucene, in: reader, tell: tell)
    case .allMembers:
      return []
    }
  }

  private static func users(
    of list: UserList, in reader: any AccessReading, tell: @Sendable (String) -> Void
  ) async throws -> [User] {
    let selectors = Array(Set(list.entries.map(\.selector)))
    if selectors.count > 100 { tell("Reading \(selectors.count) users …") }
    let facts = try await selectors.concurrently(atMost: PlanSubject.readsAtOnce) { selector in
      try await fact(selector, in: reader)
    }
    let found = Dictionary(zip(selectors, facts)) { first, _ in first }
    switch list.users(found: found) {
    case .success(let users): return users
    case .failure(let problems): throw CommandFailure(problems)
    }
  }

  private static func fact(
    _ selector: UserSelector, in reader: any AccessReading
  ) async throws -> Fact<[User]> {
    do {
      switch selector.kind {
      case .id: return .known([try await reader.user(UserID(selector.text)).user])
      case .email: return .known(try await reader.users(withEmail: selector.text))
      // Many may have one name: it settles nothing.
      case .name: return .known([])
      }
    } catch let error as APIError {
      // Not everything that stands in a line is an id.
      return error.code == .notFound || error.code == .badRequest ? .known([]) : .unknown(error)
    }
  }

  private static func users(
    matching lucene: String, in reader: any AccessReading, tell: @Sendable (String) -> Void
  ) async throws -> [User] {
    var seen: Set<UserID> = []
    var hits: [UserID] = []
    let query = UserQuery(lucene: lucene)
    for try await page in reader.everyUser(matching: query, by: .createdAtRanges) {
      guard page.reach == .whole else {
        throw CommandFailure(
          status: CommandFailure.wrongCall,
          "the search finds more users than the tenant lets anybody read, and was refused.",
          "Narrow --query, or name the users with --users-from.")
      }
      hits += page.items.map(\.id).filter { seen.insert($0).inserted }
    }
    if hits.count > 100 { tell("Reading \(hits.count) users by id …") }
    let users = try await hits.concurrently(atMost: PlanSubject.readsAtOnce) { id in
      try await user(id, in: reader)
    }.compactMap(\.self)
    // A search lags behind: what it finds may be gone.
    if users.count < hits.count {
      tell("\(hits.count - users.count) that the search finds do not exist any more.")
    }
    return users
  }

  private static func user(_ id: UserID, in reader: any AccessReading) async throws -> User? {
    do {
      return try await reader.user(id).user
    } catch let error as APIError where error.code == .notFound {
      return nil
    }
  }
}
