import AccessModel
import ManagementAPI

/// Those from whom a plan takes one role, as they are seen on the role's list, page by page.
struct ListedHolders: Sendable {
  /// Who of them is on each page that was read so far; it ends where the list ends, or cannot be read on.
  let pages: AsyncStream<[UserID]>

  private let role: RoleID
  private let users: Set<UserID>
  private let feed: AsyncStream<[UserID]>.Continuation

  /// The list for changes that take one role from many users and do nothing else; `nil` for others, where several
  /// roles of a user go in one call, or a few calls read all.
  init?(of changes: [Change]) {
    var roles: Set<RoleID> = []
    var users: Set<UserID> = []
    for change in changes {
      guard case .removeRole(let role, let user) = change else { return nil }
      roles.insert(role.id)
      users.insert(user.id)
    }
    guard users.count > TruthReader.userLimit, roles.count == 1, let role = roles.first else {
      return nil
    }
    (self.role, self.users) = (role, users)
    (pages, feed) = AsyncStream.makeStream()
  }

  /// How many pages can be read side by side: by offset a list ends after 1,000 entries.
  private static let pagesByOffset = 10

  /// Reads the list, unless asking the users one by one takes fewer calls.
  ///
  /// Whoever is on a page holds the role, whatever changes meanwhile, so that the first pages are read side by side. A few
  /// whom these do not show are asked for by name; for more the list is read from its beginning to its end.
  ///
  /// - Parameter count: Told how many pages it has, where that can be told.
  func read(by reader: TruthReader, count: ([RoleID: Int]) -> Void) async {
    defer { feed.finish() }
    do {
      let first = try await page(0, reader)
      guard let total = first.total else { return }
      let pages = TruthReader.pages(of: total)
      count([role: pages])
      guard pages < users.count else { return }
      var seen = tell(first)
      let others = try await concurrently(
        Array(1..<max(1, min(pages, Self.pagesByOffset))), atMost: reader.inFlight
      ) { number in
        // One that cannot be read tells of nobody.
        try await fact(.listRoleUsers) { tell(try await page(number, reader)) }
      }
      for users in others { seen.formUnion(users.value ?? []) }
      let missing = users.subtracting(seen)
      if missing.count <= TruthReader.userLimit {
        return try await ask(for: missing.sorted(), reader)
      }
      guard pages > Self.pagesByOffset else { return }
      _ = try await reader.slots.hold {
        try await reader.holders(of: role, among: users) { feed.yield($0) }
      }
    } catch {
      // Whoever was not seen by then is read once more, and what is wrong is met there.
    }
  }

  private func ask(for users: [UserID], _ reader: TruthReader) async throws {
    _ = try await concurrently(users, atMost: reader.inFlight) { user in
      try await fact(.listUserRoles) {
        let roles = try await reader.slots.hold { try await reader.reader.roles(ofUser: user) }
        if roles.contains(where: { $0.id == role }) { feed.yield([user]) }
        return roles.count
      }
    }
  }

  private func page(_ number: Int, _ reader: TruthReader) async throws -> Page<RoleMember> {
    try await reader.slots.hold {
      try await reader.reader.members(
        ofRole: role, page: number, perPage: TruthReader.pageSize)
    }
  }

  /// Tells who of the users is on a page.
  private func tell(_ page: Page<RoleMember>) -> Set<UserID> {
    let listed = page.items.map(\.id).filter(users.contains)
    feed.yield(listed)
    return Set(listed)
  }
}
