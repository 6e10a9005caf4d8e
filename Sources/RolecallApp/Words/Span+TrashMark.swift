import Canvas

extension Span {
  /// The mark at the end of a row that the trash key, or a click on the mark, can act on.
  static func trashMark(isCurrent: Bool) -> Span { Span("✕", isCurrent ? .danger : .muted) }
}
