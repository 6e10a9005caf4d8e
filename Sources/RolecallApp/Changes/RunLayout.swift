import Canvas

/// Where the parts of a run's screen stand.
struct RunLayout {
  /// The bar.
  let gauge: Rect
  /// How many changes stand how.
  let counts: Rect
  /// What the run does, or what it came to.
  let news: Rect
  /// Each change with its state.
  let table: Rect

  init(body: Rect) {
    let (gauge, belowGauge) = body.split(top: 1)
    let (counts, belowCounts) = belowGauge.split(top: 1)
    let (news, table) = belowCounts.split(top: body.columns < 60 || body.rows > 14 ? 2 : 1)
    self.gauge = gauge
    self.counts = counts
    self.news = news
    self.table = table
  }

  /// How many rows of the table are in view; its first row holds the heads.
  var visibleRows: Int { max(0, table.rows - 1) }
}
