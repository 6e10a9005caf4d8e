/// Reads a list to its end, page by page, as a value: what to ask next, and when to stop.
///
/// The end is an empty page, or as many items as the tenant says there are. A short page is none: the
/// tenant may give fewer than were asked for.
struct OffsetPaging<Item: ListItem, ID: Hashable> {
  /// Why a list cannot be read to its end.
  enum Fault: Error, Hashable, Sendable {
    /// A page held nothing new, though the tenant says that there is more.
    case repeated(page: Int)
    /// No end after as many pages as any list of the API can have.
    case endless(pages: Int)

    /// What is wrong, in words.
    var reason: String {
      switch self {
      case .repeated(let page): "page \(page + 1) of the list repeats what came before"
      case .endless(let pages): "the list has no end after \(pages) pages"
      }
    }
  }

  /// Whether there is nothing more to ask for.
  private(set) var isAtEnd = false
  /// The page to ask for next, from 0.
  private(set) var page = 0
  /// How many items to ask for: 100, or what the tenant gives at most.
  private(set) var perPage = 100
  private var seen: Set<ID> = []
  private let identity: (Item) -> ID
  private let wall: Int?

  /// No list has more pages: users can have 50 roles of 1,000 permissions each, and more of their own.
  static var pageLimit: Int { 1_000 }

  /// A list of which nothing was read.
  ///
  /// - Parameters:
  ///   - wall: How many records can be paged through; a page beyond them is not asked for. `nil` where
  ///     the tenant's refusal of one is to fail the whole.
  ///   - identity: What tells one item from another, should a change in between shift an item onto the
  ///     next page.
  init(wall: Int? = nil, by identity: @escaping (Item) -> ID) {
    self.wall = wall
    self.identity = identity
  }

  /// How many items were read, each counted once.
  var count: Int { seen.count }

  /// Takes the page that was asked for.
  ///
  /// - Returns: What is new of it, in the tenant's order.
  mutating func take(_ answer: ListAnswer<Item>) throws(Fault) -> [Item] {
    let fresh = answer.items.filter { seen.insert(identity($0)).inserted }
    isAtEnd = answer.items.isEmpty || answer.total.map { count >= $0 } ?? false
    if isAtEnd { return fresh }
    guard !fresh.isEmpty else {
      guard answer.total == nil else { throw .repeated(page: page) }
      isAtEnd = true
      return []
    }
    if page == 0, let limit = answer.limit, (1..<perPage).contains(limit) { perPage = limit }
    page += 1
    if let wall, (page + 1) * perPage > wall { isAtEnd = true }
    guard isAtEnd || page < Self.pageLimit else { throw .endless(pages: page) }
    return fresh
  }
}
