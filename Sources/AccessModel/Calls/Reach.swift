/// How much of a list the API lets anybody read.
///
/// Offset paging ends at 1,000 records, whatever the list's total: the API refuses the page beyond.
package enum Reach: Hashable, Sendable {
  /// All of it.
  case whole
  /// The first so many of a total; `nil` where nobody can tell how many there are.
  case first(Int, of: Int?)

  /// The reach of a list that is paged by offset, by what the tenant says of its total.
  ///
  /// A total of exactly the wall may be where the tenant stops counting.
  package init(total: Int?, wall: Int = Reach.wall) {
    switch total {
    case .some(let total) where total > wall: self = .first(wall, of: total)
    case wall: self = .first(wall, of: nil)
    default: self = .whole
    }
  }

  /// How many records can be paged through by offset.
  package static let wall = 1_000
}
