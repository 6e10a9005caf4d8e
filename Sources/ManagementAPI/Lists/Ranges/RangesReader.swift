import AccessModel
import FoundationEssentials

/// Reads every user that a search finds, past the wall, by searches over ranges of `created_at`.
struct RangesReader: PageReader {
  private let client: ManagementClient
  private let lucene: String?
  private var splitter = CreatedAtSplitter()
  private var paging: OffsetPaging<User, UserID>?
  private var bounds: ClosedRange<Int64>?
  /// How many users the whole search finds; `nil` while nobody knows.
  private var total: Int?
  private var count = 0

  /// A reader of all users, or of those that a search finds.
  init(client: ManagementClient, lucene: String?) {
    self.client = client
    self.lucene = lucene
  }

  mutating func next() async throws -> Page<User>? {
    while let part = splitter.current {
      try Task.checkCancellation()
      var paging = paging ?? OffsetPaging(wall: Reach.wall, by: \.id)
      let request = try Request.users(query(part)).page(paging.page, of: paging.perPage)
      let answer = try await client.perform(request)
      let list: ListAnswer<User> = try answer.list(for: .listUsers)
      if part == .all, total == nil { total = list.total.flatMap { $0 == Reach.wall ? nil : $0 } }
      var reach = Reach(total: list.total)
      if self.paging == nil {
        if list.total == nil, try await isBeyondWall(part) {
          reach = .first(Reach.wall, of: nil)
        }
        if reach != .whole, splitter.canSplit {
          splitter.split(within: try await createdAtBounds())
          continue
        }
      }
      let users: [User]
      do {
        users = try paging.take(list)
      } catch {
        throw answer.unreadable(.listUsers, because: error.reason)
      }
      if paging.isAtEnd { splitter.finish() }
      self.paging = paging.isAtEnd ? nil : paging
      guard !users.isEmpty else { continue }
      defer { count += users.count }
      return Page(items: users, start: count, total: total, reach: reach)
    }
    return nil
  }

  private func query(
    _ part: CreatedAtSplitter.Part, isDescending: Bool = false
  ) -> UserQuery {
    UserQuery(
      lucene: part.lucene(within: lucene),
      sort: part == .undated ? nil : .init(field: "created_at", isDescending: isDescending))
  }

  /// Whether there is a last user before the wall, for a tenant that does not count.
  private func isBeyondWall(_ part: CreatedAtSplitter.Part) async throws -> Bool {
    let request = try Request.users(query(part)).page(Reach.wall - 1, of: 1)
    let list: ListAnswer<User> = try await client.perform(request).list(for: .listUsers)
    return !list.items.isEmpty
  }

  /// When the first and the last user of the whole were created.
  private mutating func createdAtBounds() async throws -> ClosedRange<Int64> {
    if let bounds { return bounds }
    let first = try await createdAt(isDescending: false)
    let last = try await createdAt(isDescending: true)
    let found = min(first, last)...max(first, last)
    bounds = found
    return found
  }

  private func createdAt(isDescending: Bool) async throws -> Int64 {
    let everybody = query(.all, isDescending: isDescending)
    // Those without a date would come first or last.
    var dated = everybody
    dated.lucene = (everybody.lucene.map { "(\($0)) AND " } ?? "") + "_exists_:created_at"
    let answer = try await client.perform(Request.users(dated).page(0, of: 1))
    let list: ListAnswer<User> = try answer.list(for: .listUsers)
    guard let date = list.items.first?.createdAt,
      let time = CreatedAtSplitter.Part.milliseconds(date)
    else {
      throw answer.unreadable(.listUsers, because: "no user says when it was created")
    }
    return time
  }
}
