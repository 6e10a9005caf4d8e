import Canvas

/// Where the parts stand that every screen has.
struct AppLayout {
  /// The tenant, and what is left of its rate limit.
  let header: Rect
  /// Where one is.
  let place: Rect
  /// What the screen in view draws.
  let body: Rect
  /// What just happened.
  let notice: Rect
  /// What the keys do.
  let hints: Rect

  init(size: Size) {
    let (header, belowHeader) = Rect(size).split(top: 1)
    let (place, belowPlace) = belowHeader.split(top: 1)
    let (aboveHints, hints) = belowPlace.split(bottom: 1)
    let (body, notice) = aboveHints.split(bottom: 1)
    self.header = header
    self.place = place
    self.body = body
    self.notice = notice
    self.hints = hints
  }
}
