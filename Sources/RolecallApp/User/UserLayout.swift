import Canvas

/// Where the parts of a user's screen stand.
struct UserLayout {
  /// Who this is.
  let identity: Rect
  /// The names of the views.
  let tabs: Rect
  /// What went wrong.
  let error: Rect
  /// What the view shows.
  let content: Rect

  init(body: Rect, hasError: Bool) {
    let (identity, belowIdentity) = body.split(top: 1)
    let (tabs, belowTabs) = belowIdentity.split(top: 2)
    self.identity = identity
    self.tabs = tabs
    (error, content) = belowTabs.split(top: hasError ? ErrorBand.rows(in: body.columns) : 0)
  }
}
