/// Reads a list from checkpoint to checkpoint, as a value: where to go on, and when to stop.
///
/// The end is a page without a cursor, or an empty one. A short page is none. Nothing of the list is kept:
/// a list that runs in a circle is found out by one page that is remembered, each time for twice as long.
struct CheckpointPaging: Hashable, Sendable {
  /// Why a list cannot be read to its end.
  enum Fault: Error, Hashable, Sendable {
    /// A cursor that leads back to a page that was read.
    case repeatedCursor(page: Int)
    /// A page that holds what one before it held.
    case repeatedPage(page: Int)
    /// No cursor, though the tenant says that there is more.
    case incomplete(read: Int, of: Int)

    /// What is wrong, in words.
    var reason: String {
      switch self {
      case .repeatedCursor(let page): "page \(page + 1) of the list leads back"
      case .repeatedPage(let page): "page \(page + 1) of the list repeats what came before"
      case .incomplete(let read, let total):
        "the list ends after \(read) of \(total), and does not say how to go on"
      }
    }
  }

  /// What marks a page that was read.
  private struct Landmark: Hashable {
    var cursor: String?
    var digest: Int
  }

  /// Where to go on; `nil` for the list's beginning.
  private(set) var cursor: String?
  /// Whether there is nothing more to ask for.
  private(set) var isAtEnd = false
  /// How many items were read.
  private(set) var count = 0
  /// How many pages were read.
  private(set) var pages = 0
  private var landmark: Landmark?
  /// The number of the page at which the next landmark is set.
  private var nextLandmark = 1

  /// A list of which nothing was read, from a cursor on.
  init(from cursor: String? = nil) { self.cursor = cursor }

  /// Takes the page that was asked for.
  mutating func take<Item: ListItem>(_ list: ListAnswer<Item>) throws(Fault) {
    guard let last = list.items.last else {
      isAtEnd = true
      return
    }
    let page = Landmark(cursor: list.next ?? last.cursor, digest: list.items.hashValue)
    count += list.items.count
    if page.digest == landmark?.digest { throw .repeatedPage(page: pages) }
    if let next = page.cursor {
      guard next != cursor, next != landmark?.cursor else { throw .repeatedCursor(page: pages) }
    } else if let total = list.total, total > count {
      throw .incomplete(read: count, of: total)
    }
    pages += 1
    if pages == nextLandmark {
      landmark = page
      nextLandmark *= 2
    }
    cursor = page.cursor
    isAtEnd = cursor == nil
  }
}
