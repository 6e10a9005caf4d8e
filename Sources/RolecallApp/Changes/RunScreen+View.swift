import AccessModel
import Canvas
import FoundationEssentials

extension RunScreen {
  func draw(on frame: inout Frame, in body: Rect, _ scene: Scene) {
    guard let run = scene.run, run.plan.id == plan else {
      frame.draw(
        Span("Another run has begun since; this one is found under Changes.", .muted),
        at: body.left + 1, body.top + 1, columns: body.columns - 2, theme: scene.theme)
      return
    }
    let layout = RunLayout(body: body)
    drawGauge(run, on: &frame, layout.gauge, scene)
    frame.draw(
      line: Line([Span("  ")] + Self.counts(of: run)), at: layout.counts.left, layout.counts.top,
      columns: layout.counts.columns, theme: scene.theme)
    let news = Self.news(of: run).wrapped(to: max(1, layout.news.columns - 3))
    for (index, line) in news.prefix(layout.news.rows).enumerated() {
      frame.draw(
        line: line, at: layout.news.left + 2, layout.news.top + index,
        columns: layout.news.columns - 2, theme: scene.theme)
    }
    drawTable(run, on: &frame, layout, scene)
  }

  private func drawGauge(
    _ run: ActiveRun, on frame: inout Frame, _ rect: Rect, _ scene: Scene
  ) {
    let progress = run.progress
    var words = [
      "\(Int(progress.madeFraction * 100)) %",
      "\(progress.made.grouped) of \(progress.total.grouped)",
    ]
    if run.isUnderWay, run.update?.pause == nil,
      let rate = progress.rate(at: Timestamp(scene.now)), rate > 0
    {
      words.append(rate < 10 ? "\(Int(rate * 10) / 10).\(Int(rate * 10) % 10)/s" : "\(Int(rate))/s")
      words.append("\(Self.duration(Double(progress.left) / rate)) to go")
    }
    var text = Span(words.joined(separator: "   "), .text)
    if text.columns > rect.columns / 2 {
      text = Span(words.prefix(2).joined(separator: "  "), .text)
    }
    let columns = max(0, rect.columns - text.columns - 4)
    Gauge(fraction: progress.madeFraction).draw(
      on: &frame, at: rect.left + 1, rect.top, columns: columns, theme: scene.theme,
      role: run.troubled.isEmpty ? .accent : .warning)
    frame.draw(
      text, at: rect.left + 1 + columns + 2, rect.top, columns: text.columns, theme: scene.theme)
  }

  private static func duration(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    guard whole >= 60 else { return "\(whole) s" }
    let (minutes, rest) = (whole / 60, whole % 60)
    return minutes >= 60 ? "\(minutes / 60) h \(minutes % 60) min" : "\(minutes) min \(rest) s"
  }

  private static func counts(of run: ActiveRun) -> [Span] {
    let progress = run.progress
    var spans = [Span("\(progress.done.grouped) \(run.words.past)", .ok)]
    func add(_ count: Int, _ words: String, _ role: StyleRole) {
      if count > 0 { spans += [Span("   "), Span("\(count.grouped) \(words)", role)] }
    }
    add(progress.alreadySo, "already so", .muted)
    add(progress.failed, "failed", .danger)
    add(progress.unknown, "not known", .warning)
    add(progress.sent, "being verified", .muted)
    add(progress.left, "left", .muted)
    return spans
  }

  private static func news(of run: ActiveRun) -> Line {
    if let refusal = run.refusal { return Line("! \(refusal.problem) \(refusal.remedy)", .danger) }
    if run.report != nil {
      let news = RunNews(run)
      return Line(news.text, news.kind == .done ? .ok : .warning)
    }
    if let pause = run.update?.pause {
      let explanation = pause.explanation
      return Line("⏸ \(explanation.problem) \(explanation.remedy)", .warning)
    }
    switch run.wish {
    case .pause: return Line("⏸ Pausing: what is on its way comes back first.", .warning)
    case .stop: return Line("Stopping: what is on its way comes back first.", .warning)
    case .goOn: break
    }
    switch run.update?.phase {
    case nil, .preparing:
      return Line("Reading what is so, and putting the plan on record …", .muted)
    case .trying: return Line("The first few are made and verified before the others …", .muted)
    case .changing: return Line("Leaving this screen does not stop it.", .muted)
    case .verifying: return Line("Reading again what was made …", .muted)
    case .ended: return Line("Ending …", .muted)
    }
  }

  private func drawTable(
    _ run: ActiveRun, on frame: inout Frame, _ layout: RunLayout, _ scene: Scene
  ) {
    let places = showsTroubleAlone ? run.troubled : nil
    let count = places?.count ?? run.plan.changes.count
    let first = min(offset, max(0, count - layout.visibleRows))
    let current = min(row, max(0, count - 1))
    let table = Table(
      columns: [
        Table.Column(title: "User", width: .flexible(minimum: 14, weight: 2), priority: 3),
        Table.Column(
          title: "Email", width: .flexible(minimum: 16, weight: 2), priority: 1,
          truncation: .ends),
        Table.Column(title: "Role", width: .flexible(minimum: 10, weight: 1), priority: 0),
        Table.Column(title: "State", width: .flexible(minimum: 20, weight: 3), priority: 2),
      ],
      rowCount: count, offset: first, trailingColumns: 0
    ) { index in
      let place = places?[index] ?? index
      let change = run.plan.changes[place]
      return Table.Row(
        cells: [
          Span(change.user?.displayName ?? ""), Span(change.user?.email ?? "", .muted),
          Span(change.role?.displayName ?? "", .muted), state(of: place, in: run),
        ], isCurrent: index == current)
    }
    table.draw(on: &frame, in: layout.table, theme: scene.theme)
    guard count == 0 else { return }
    frame.draw(
      Span("Nothing has failed.", .muted), at: Table.gutter, layout.table.top + 2,
      columns: layout.table.columns - Table.gutter, theme: scene.theme)
  }

  private func state(of place: Int, in run: ActiveRun) -> Span {
    switch run.states[place] {
    case nil: run.isUnderWay ? Span("…", .muted) : Span("not sent", .muted)
    case .done: Span("✓ \(run.words.past), verified", .ok)
    case .alreadySo: Span("= already so", .muted)
    case .soMeanwhile: Span("= made so by somebody else", .muted)
    case .notInEffect: Span("! accepted, and not in effect", .danger)
    case .failed(let error):
      Span("! \(error.explanation(tenant: run.plan.tenant.domain).problem)", .danger)
    case .unknown(let error):
      Span("? not known: \(error.explanation(tenant: run.plan.tenant.domain).problem)", .warning)
    case .leftOut(let decision):
      Span("– \(decision.words(for: run.plan.changes[place]))", .warning)
    case .notSent: Span("not sent", .muted)
    }
  }
}
