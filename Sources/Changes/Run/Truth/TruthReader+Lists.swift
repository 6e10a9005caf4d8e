import AccessModel
import ManagementAPI

/// Lists of who holds a role.
extension TruthReader {
  /// How many entries one page of a role's list has.
  static let pageSize = 100

  /// How many pages a list of so many has.
  static func pages(of total: Int) -> Int { total / pageSize + 1 }

  /// Who of some users is on a role's list.
  struct Holders: Hashable, Sendable {
    var users: Set<UserID> = []
    var pages = 0
  }

  /// How many pages the lists of roles have, without those of which that cannot be told.
  ///
  /// - Throws: `CancellationError` alone.
  func listPages(of roles: [RoleID]) async throws -> [RoleID: Int] {
    let totals = try await concurrently(roles, atMost: inFlight) { role in
      try await fact(.listRoleUsers) {
        try await slots.hold { try await reader.members(ofRole: role, perPage: 1).total }
      }
    }
    return zip(roles, totals).reduce(into: [:]) { pages, item in
      if let total = item.1.value ?? nil { pages[item.0] = Self.pages(of: total) }
    }
  }

  /// Reads who of some users is on a role's list.
  ///
  /// - Parameter tell: Told who of them is on a page as soon as that is there.
  /// - Throws: `APIError` and `CancellationError`; what was told until then is so.
  func holders(
    of role: RoleID, among wanted: Set<UserID>, tell: ([UserID]) -> Void = { _ in }
  ) async throws -> Holders {
    var holders = Holders()
    for try await page in reader.everyMember(ofRole: role) {
      holders.pages += 1
      let users = page.items.map(\.id).filter(wanted.contains)
      holders.users.formUnion(users)
      tell(users)
    }
    return holders
  }
}
