import Canvas

/// Where the parts of a role's screen stand.
struct RoleLayout {
  /// Which role this is.
  let identity: Rect
  /// The names of the views.
  let tabs: Rect
  /// The list of the view, with its filter; for a view without one, its lines.
  let list: FilterLayout

  init(body: Rect, hasError: Bool) {
    let (identity, belowIdentity) = body.split(top: 1)
    let (tabs, content) = belowIdentity.split(top: 2)
    self.identity = identity
    self.tabs = tabs
    list = FilterLayout(body: content, hasError: hasError)
  }

  /// How many rows of a list are in view.
  var visibleRows: Int { list.visibleRows }
}
