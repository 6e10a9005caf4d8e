import AccessModel
import Canvas

extension APIsScreen: ListScreen {
  var rowsContext: Action.Context { .apis }

  var place: [Span] { [Span("Applications › ", .muted), Span("APIs", .accent)] }

  mutating func open(_ turn: inout Turn) { list.read(.resourceServers, &turn) }

  mutating func receive(_ reply: Reply, for generation: Generation, _ turn: inout Turn) {
    guard list.whole.reading == generation else { return }
    switch reply {
    case .resourceServers(let servers):
      list.succeed(
        servers.sorted { ($0.name, $0.identifier) < ($1.name, $1.identifier) }, at: turn.now,
        visible: layout(turn.body).visibleRows)
    case .failed(let error):
      list.fail(error, generation, &turn)
    default: break
    }
  }

  /// A plan changed how an API treats roles.
  mutating func take(_ report: PlanReport, _ turn: inout Turn) {
    if report.plan.changes.contains(where: { $0.kind == .setRBAC }) { open(&turn) }
  }
}
