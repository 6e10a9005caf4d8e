import Canvas

/// Where the parts of a run on record stand.
struct RecordLayout {
  /// Where it stands, by whom, when and why.
  let heading: Rect
  /// The filter, what went wrong, and the changes.
  let list: FilterLayout
  /// All that is on record of the change under the cursor.
  let change: Rect

  init(body: Rect, headingRows: Int, hasError: Bool) {
    let (heading, belowHeading) = body.split(top: headingRows)
    let (list, change) = belowHeading.split(bottom: Self.changeRows(in: body))
    self.heading = heading
    self.list = FilterLayout(body: list, hasError: hasError)
    self.change = change
  }

  /// How many changes are in view.
  var visibleRows: Int { list.visibleRows }

  /// How many rows there are for the heading.
  static func mostHeadingRows(in body: Rect) -> Int { body.rows < 14 ? 2 : 4 }

  private static func changeRows(in body: Rect) -> Int {
    body.rows < 14 ? 0 : body.columns < 80 ? 6 : 5
  }
}
