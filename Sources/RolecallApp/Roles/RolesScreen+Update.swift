import AccessModel
import Canvas

extension RolesScreen: ListScreen {
  var rowsContext: Action.Context { .roles }

  var place: [Span] { [Span("User Management › ", .muted), Span("Roles", .accent)] }

  mutating func open(_ turn: inout Turn) {
    list.read(.tenantRoles, &turn)
  }

  mutating func refresh(_ turn: inout Turn) {
    for generation in reading.keys { turn.cancel(generation) }
    reading = [:]
    reach = [:]
    open(&turn)
  }

  mutating func cancelLoading(_ turn: inout Turn) -> Bool {
    for generation in reading.keys { turn.cancel(generation) }
    reading = [:]
    return list.abandon(&turn)
  }

  mutating func receive(_ reply: Reply, for generation: Generation, _ turn: inout Turn) {
    if let role = reading.removeValue(forKey: generation) {
      take(reply, about: role)
    } else if list.whole.reading == generation {
      take(reply, generation, &turn)
    }
    showRows(&turn)
  }

  var trash: [Change] { current.map { [.deleteRole($0)] } ?? [] }

  var obstacleToTrash: String { "no role is under the cursor" }

  /// A plan changed who holds its roles or what they give, so that their figures are read again; after a
  /// deletion the list is.
  mutating func take(_ report: PlanReport, _ turn: inout Turn) {
    for role in report.plan.changes.compactMap(\.role) { reach[role.id] = nil }
    if report.plan.changes.contains(where: { $0.kind == .deleteRole }) { refresh(&turn) }
    showRows(&turn)
  }

  /// Asks about the roles in view whose reach is not known, a few at a time.
  mutating func showRows(_ turn: inout Turn) {
    guard list.whole.value != nil else { return }
    let first = list.cursor.offset
    let inView = list.shown[
      min(
        first, list.shown.count)..<min(
          first + layout(turn.body).visibleRows, list.shown.count)]
    let asked = Set(reading.values)
    for role in inView where reach[role.id] == nil && !asked.contains(role.id) {
      guard reading.count < Self.readsAtATime else { return }
      reading[turn.read(.roleReach(role.id))] = role.id
    }
  }

  private mutating func take(_ reply: Reply, _ generation: Generation, _ turn: inout Turn) {
    switch reply {
    case .roles(let roles):
      list.succeed(
        roles.sorted { ($0.name, $0.id) < ($1.name, $1.id) }, at: turn.now,
        visible: layout(turn.body).visibleRows)
    case .failed(let error):
      list.fail(error, generation, &turn)
    default: break
    }
  }

  private mutating func take(_ reply: Reply, about role: RoleID) {
    switch reply {
    case .roleReach(let found): reach[role] = found
    case .failed(let error): reach[role] = RoleReach(unknown: error)
    default: break
    }
  }
}
