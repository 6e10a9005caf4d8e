extension Dialog {
  /// The least that the foot leaves to what is asked about.
  private static let leastContent = 3

  /// Where its parts stand on a screen.
  package func layout(in size: Size) -> DialogLayout {
    // A small screen has no cells to spare for a margin.
    let columns = min(maximumColumns, size.columns - (size.columns > 60 ? 2 : 0))
    let textColumns = max(0, columns - 4)
    let wrappedHead = head.flatMap { $0.wrapped(to: textColumns) }
    let wrappedBody = body.flatMap { $0.wrapped(to: textColumns) }
    let room = max(0, size.rows - (size.rows > 16 ? 2 : 0) - 2)
    let content = wrappedHead.count + wrappedBody.count
    let footRows = min(max(0, foot), max(0, room - min(Self.leastContent, content)))
    let contentRows = min(content, room - footRows)
    // The head stays as long as the body keeps a row.
    let isHeadFixed = wrappedHead.count + min(1, wrappedBody.count) <= contentRows
    let box = Rect(size).centered(Size(columns: columns, rows: contentRows + footRows + 2))
    let inner = box.inset(left: 2, top: 1, right: 2, bottom: 1)
    let (contentRect, footRect) = inner.split(bottom: footRows)
    let (headRect, bodyRect) = contentRect.split(top: isHeadFixed ? wrappedHead.count : 0)
    return DialogLayout(
      box: box, head: headRect, body: bodyRect, foot: footRect,
      headLines: isHeadFixed ? wrappedHead : [],
      bodyLines: isHeadFixed ? wrappedBody : wrappedHead + wrappedBody)
  }
}
