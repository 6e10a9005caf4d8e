import Canvas

/// What every key does where the person is, from the action table.
struct HelpOverlay {
  /// Where the person is.
  let context: Action.Context

  /// The lines, a key and what it does in each.
  var lines: [Line] {
    let actions = Action.table.filter { $0.contexts.contains(context) }
    var lines = [Line(context.title, .title)]
    lines += actions.map { action in
      let keys = action.keys.map(\.label).joined(separator: "  ")
      return Line(
        [
          Span(keys, .key, columns: 12),
          Span(" \(action.title)", action.isDanger ? .danger : .text),
        ],
        hanging: 13)
    }
    return lines + [
      .blank,
      Line("In a question", .title),
      Line([Span("y", .key, columns: 12), Span(" Remove, where one key is enough", .danger)]),
      Line([Span("tab", .key, columns: 12), Span(" Next field or button")]),
      Line([Span("esc", .key, columns: 12), Span(" Cancel")]),
      .blank,
      Line("▸ cursor   ● marked   ✕ trash   ! needs a look   ⊘ blocked", .muted, hanging: 2),
      Line("‹1B› a character that cannot be shown, by its number", .muted, hanging: 2),
      .blank,
      Line("Any other key closes this.", .muted),
    ]
  }

  /// How far it can be scrolled.
  func maximumScroll(in size: Size) -> Int { dialog.layout(in: size).maximumScroll }

  /// Draws it over what is there.
  func draw(on frame: inout Frame, scroll: Int, theme: Theme) {
    frame.cursor = nil
    dialog.draw(on: &frame, scroll: scroll, theme: theme)
  }

  private var dialog: Dialog { Dialog(title: "Keys", body: lines, foot: 0, maximumColumns: 72) }
}

extension App {
  /// The help for the place in view.
  var helpOverlay: HelpOverlay { HelpOverlay(context: context) }
}
