/// A list in columns, of which only the rows on screen are ever asked for.
///
/// The first row of its rectangle holds the heads. Each row starts with three cells for shapes: `▸` under
/// the cursor, `●` where marked, and a space.
package struct Table {
  /// One column, and what becomes of it where the room is short.
  package struct Column: Hashable, Sendable {
    /// How wide a column is.
    package enum Width: Hashable, Sendable {
      /// Always so many cells.
      case fixed(Int)
      /// At least so many cells, and a share of what is left by its weight.
      case flexible(minimum: Int, weight: Int)

      var least: Int {
        switch self {
        case .fixed(let columns): columns
        case .flexible(let minimum, _): minimum
        }
      }

      var weight: Int {
        switch self {
        case .fixed: 0
        case .flexible(_, let weight): max(0, weight)
        }
      }
    }

    /// The head.
    package var title: String
    /// How wide it is.
    package var width: Width
    /// Which side its texts keep to.
    package var alignment: Alignment
    /// How much it matters: the column with the lowest leaves first.
    package var priority: Int
    /// What stays of its texts where they are too long.
    package var truncation: Truncation

    /// A column.
    package init(
      title: String, width: Width, alignment: Alignment = .leading, priority: Int = 0,
      truncation: Truncation = .start
    ) {
      self.title = title
      self.width = width
      self.alignment = alignment
      self.priority = priority
      self.truncation = truncation
    }
  }

  /// One row.
  package struct Row: Hashable, Sendable {
    /// The texts, one a column.
    package var cells: [Span]
    /// Whether the cursor is on it.
    package var isCurrent: Bool
    /// Whether it is marked.
    package var isMarked: Bool
    /// What stands at its right end however short the room is.
    package var trailing: Span?

    /// A row.
    package init(
      cells: [Span], isCurrent: Bool = false, isMarked: Bool = false, trailing: Span? = nil
    ) {
      self.cells = cells
      self.isCurrent = isCurrent
      self.isMarked = isMarked
      self.trailing = trailing
    }
  }

  /// The columns, from left to right.
  package var columns: [Column]
  /// How many rows there are in all.
  package var rowCount: Int
  /// The first row on screen.
  package var offset: Int
  /// How many cells are kept free for what stands at the rows' right end; 0 for none.
  package var trailingColumns: Int
  /// Gives a row; called for rows on screen only.
  package var row: (Int) -> Row

  /// A table.
  package init(
    columns: [Column], rowCount: Int, offset: Int = 0, trailingColumns: Int = 1,
    row: @escaping (Int) -> Row
  ) {
    self.columns = columns
    self.rowCount = max(0, rowCount)
    self.offset = max(0, offset)
    self.trailingColumns = max(0, trailingColumns)
    self.row = row
  }
}
