import AccessModel
package import Canvas
import FoundationEssentials

extension App {
  /// What the terminal shows of this state.
  package func view(size: Size) -> Frame {
    var frame = Frame(size: size)
    frame.title = "rolecall – \(session?.tenant.domain ?? title)"
    guard !isTooSmall else {
      drawTooSmall(on: &frame)
      return frame
    }
    let layout = AppLayout(size: size)
    drawHeader(on: &frame, layout)
    drawPlace(on: &frame, layout)
    if let openingFailure {
      drawOpeningFailure(openingFailure, on: &frame, layout)
      return frame
    }
    path.last?.content.draw(on: &frame, in: layout.body, scene)
    drawNotice(on: &frame, layout)
    keyHints.draw(on: &frame, in: layout.hints, theme: theme)
    if let question {
      frame.cursor = nil
      question.draw(on: &frame, scene)
      frame.hold = InputHold(revision: question.revision)
    }
    if let helpScroll { helpOverlay.draw(on: &frame, scroll: helpScroll, theme: theme) }
    return frame
  }

  /// What screens draw with.
  var scene: Scene {
    Scene(
      theme: theme, now: now, secondsFromUTC: secondsFromUTC, session: session,
      isCovered: question != nil || helpScroll != nil, run: lastRun)
  }

  /// The actions of the hint line, in its order.
  var hintedActions: [Action] {
    Action.table.filter { $0.hint != nil && $0.contexts.contains(context) }
  }

  /// The hint line.
  var keyHints: KeyHints {
    if openingFailure != nil { return KeyHints(hints: [(Key.character("q").label, "quit")]) }
    if helpScroll != nil { return KeyHints(hints: [(Key.escape.label, "close")]) }
    if let session, let question { return question.keyHints(in: session) }
    return KeyHints(
      hints: hintedActions.map { action in
        (keys: action.keys.first?.label ?? "", label: action.hint ?? "")
      })
  }

  private func drawTooSmall(on frame: inout Frame) {
    let line = Line(
      "rolecall needs \(Self.smallest.columns) x \(Self.smallest.rows);"
        + " this terminal has \(size.columns) x \(size.rows).")
    for (row, line) in line.wrapped(to: max(1, size.columns)).enumerated() {
      frame.draw(line: line, at: 0, row, columns: size.columns, theme: theme)
    }
  }

  private func drawHeader(on frame: inout Frame, _ layout: AppLayout) {
    var right: [Span] = []
    if let rateLimit {
      let isSpent = rateLimit.remaining == 0
      right.append(
        Span("API \(rateLimit.remaining)/\(rateLimit.limit)", isSpent ? .warning : .muted))
    }
    if session?.isReadOnly == true { right.append(Span("read-only", .warning)) }
    if let readAt = path.last?.content.readAt {
      right.append(Span("read \(scene.clock(readAt))", .muted))
    }
    right.append(Span("? help", .muted))
    let isProduction = session?.tenant.isProduction ?? false
    StatusBar(
      left: Span(session?.tenant.domain ?? title, isProduction ? .productionTenant : .tenant),
      right: right
    ).draw(on: &frame, in: layout.header, theme: theme)
  }

  private func drawPlace(on frame: inout Frame, _ layout: AppLayout) {
    var spans = [Span(" ")]
    spans += path.last?.content.place ?? []
    if path.last?.content.isLoading == true { spans.append(Span("  reading…", .muted)) }
    frame.draw(
      line: Line(spans), at: layout.place.left, layout.place.top, columns: layout.place.columns,
      theme: theme)
  }

  private func drawOpeningFailure(
    _ failure: Explanation, on frame: inout Frame, _ layout: AppLayout
  ) {
    let lines = [Line(failure.problem, .danger), Line(failure.remedy)]
      .flatMap { $0.wrapped(to: max(1, layout.body.columns - 2)) }
    for (index, line) in lines.prefix(layout.body.rows - 1).enumerated() {
      frame.draw(
        line: line, at: 1, layout.body.top + 1 + index, columns: layout.body.columns - 2,
        theme: theme)
    }
    keyHints.draw(on: &frame, in: layout.hints, theme: theme)
  }

  private func drawNotice(on frame: inout Frame, _ layout: AppLayout) {
    let running = isRunInView ? nil : running
    if let running {
      Toast(Line(running.passing), role: running.update?.pause == nil ? .accent : .warning)
        .draw(on: &frame, in: layout.notice, theme: theme)
    }
    if let notice {
      // What is said while a plan runs stands above the line that says so.
      let bottom = running == nil ? layout.notice.bottom : layout.notice.top
      drawLines(of: notice, endingAt: bottom, on: &frame, layout)
    } else if running == nil, let top = path.last?.content, top.markedCount > 0 {
      let (marked, hidden) = (top.markedCount, top.hiddenMarkCount)
      frame.draw(
        Span(" ● \(marked) marked" + (hidden > 0 ? " · \(hidden) hidden" : ""), .marked), at: 0,
        layout.notice.top,
        columns: layout.notice.columns, theme: theme)
    }
  }

  /// Draws a notice into as many rows as it needs, upwards from its last: half of it would be no news.
  private func drawLines(
    of notice: Notice, endingAt bottom: Int, on frame: inout Frame, _ layout: AppLayout
  ) {
    let role: StyleRole =
      switch notice.kind {
      case .done: .ok
      case .information: .muted
      case .problem: .danger
      }
    let lines = Line(notice.text).wrapped(to: max(1, layout.notice.columns - 4))
    let rows = min(lines.count, layout.body.rows)
    let top = bottom - rows
    for (index, line) in lines.prefix(rows).enumerated() {
      let row = Rect(column: 0, row: top + index, columns: layout.notice.columns, rows: 1)
      if index == 0 {
        Toast(line, role: role).draw(on: &frame, in: row, theme: theme)
      } else {
        frame.fill(row, style: .plain)
        frame.draw(line: line, at: 3, row.top, columns: row.columns - 3, theme: theme)
      }
    }
  }
}
