import AccessModel

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

  /// Reads the list, unless asking the users one by one takes fewer calls.
  ///
  /// - Parameter count: Told how many pages it has, where that can be told.
  func read(by reader: TruthReader, count: ([RoleID: Int]) -> Void) async {
    defer { feed.finish() }
    do {
      let listPages = try await reader.listPages(of: [role])
      count(listPages)
      guard let pages = listPages[role], pages < users.count else { return }
      _ = try await reader.slots.hold {
        try await reader.holders(of: role, among: users) { feed.yield($0) }
      }
    } catch {
      // Whoever was not seen by then is read once more, and what is wrong is met there.
    }
  }
}
