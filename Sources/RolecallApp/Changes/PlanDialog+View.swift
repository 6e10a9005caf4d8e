package import AccessModel
package import Canvas

extension PlanDialog {
  package func box(in session: Session, of size: Size) -> Dialog {
    var box = Dialog(
      title: words.title, corner: plan.tenant.domain,
      isDanger: plan.tenant.isProduction || summary.grants > 0, head: headLines(in: size), foot: 0)
    let columns = box.layout(in: size).foot.columns
    box.foot = QuestionFoot.rows(for: rung, extras: extras, columns: columns)
    box.body = isListing ? listLines(rows: size.rows, columns: columns) : bodyLines(in: session)
    // A low screen has no rows to spare for air.
    if size.rows <= 16, box.body.first == .blank { box.body.removeFirst() }
    return box
  }

  package var scrollOfBox: Int { isListing ? 0 : consent.scroll }

  package func maximumScroll(in size: Size, session: Session) -> Int {
    let layout = box(in: session, of: size).layout(in: size)
    guard isListing else { return layout.maximumScroll }
    return max(0, plan.changes.count - max(1, layout.body.rows - 1))
  }

  /// What it is about; never scrolls away.
  private func headLines(in size: Size) -> [Line] {
    var lines: [Line] = permissionLines
    for role in summary.roles.prefix(2) { lines.append(line(for: role)) }
    if summary.roles.count > 2 {
      lines.append(Line("and \((summary.roles.count - 2).of("more role")), listed below", .danger))
    }
    for change in plan.changes.prefix(2) {
      guard case .setRBAC(let api, _) = change else { continue }
      lines.append(Line([Span(api.name, .title), Span("  \(api.identifier)", .muted)], hanging: 2))
    }
    if summary.users == 1, !isAboutEverybody, let user = plan.users.first {
      let preposition = plan.changes.first.map { ChangeWords($0).preposition } ?? "from"
      lines += (findings?.user ?? user).identityLines(after: preposition)
    } else if summary.users <= Self.namedWhole, !isAboutEverybody, size.rows >= 24 {
      // Two people of one name are told apart by address and id.
      lines += plan.users.map { line(for: $0) }
    } else if summary.users > 0 {
      lines.append(usersLine)
    }
    for organization in summary.organizations.prefix(2) {
      let name = organization.knownName.shortened()
      lines.append(Line("in logins through \(name) alone", .warning, hanging: 2))
    }
    if summary.organizations.count > 2 {
      let others = (summary.organizations.count - 2).of("more organization")
      lines.append(Line("and \(others), listed below", .danger))
    }
    return lines
  }

  /// The permissions that it is about, those of roles not counted.
  private var permissionLines: [Line] {
    let shown = plan.changes.prefix(3).compactMap(\.permission)
    let rest = shown.isEmpty ? 0 : plan.changes.count - shown.count
    return shown.map { permission in
      Line(
        [
          Span(permission.name, .title),
          Span("  \(permission.apiName)  \(permission.apiIdentifier)", .muted),
        ],
        hanging: 2)
    } + (rest > 0 ? [Line("and \(rest.of("more permission")), in the list", .danger)] : [])
  }

  /// A role, with the organization in its name where all of it happens in one.
  private func line(for role: Role) -> Line {
    var name = role.displayName
    if let only = summary.organizations.first, summary.organizations.count == 1 {
      name += " in \(only.knownName.shortened())"
    }
    let isGiver = summary.kinds[.removePermission] != nil || summary.kinds[.addPermission] != nil
    let preposition = isGiver ? plan.changes.first.map { ChangeWords($0).preposition + " " } : nil
    return Line(
      [
        Span(preposition ?? ""), Span(name, .title), Span("  \(role.id.rawValue)", .muted),
      ], hanging: 2)
  }

  /// How many users are named with all that tells them apart; of more the list does.
  private static let namedWhole = 3

  private func line(for user: User) -> Line {
    let preposition = plan.changes.first.map { ChangeWords($0).preposition } ?? "from"
    let address = user.email.flatMap { $0.isEmpty ? nil : $0 } ?? "no email"
    return Line(
      [
        Span("\(preposition) "),
        Span(CellText(user.displayName).truncated(to: 40, keeping: .ends), .title),
        Span("  \(address)"), Span("  \(user.id.rawValue)", .muted),
      ], hanging: preposition.count + 1)
  }

  private var usersLine: Line {
    let preposition = summary.grants > 0 ? "to" : "from"
    var first: [User] = []
    for user in plan.changes.prefix(3).compactMap(\.user) where first.last?.id != user.id {
      first.append(user)
    }
    let named = first.map(\.displayName)
    let users = summary.users.of("user")
    if isAboutEverybody {
      return Line([Span("\(preposition) everybody who holds it directly: \(users)", .danger)])
    }
    let rest = summary.users - named.count
    let others = rest > 0 ? " and \(rest.grouped) more" : ""
    return Line(
      [
        Span("\(preposition) \(users): ", .danger),
        Span(named.joined(separator: ", ") + others),
      ], hanging: 5)
  }

  /// The changes in view, one a row: only those that have room are made.
  private func listLines(rows: Int, columns: Int) -> [Line] {
    let first = min(consent.scroll, max(0, plan.changes.count - 1))
    let shown = first..<min(first + rows, plan.changes.count)
    let lead = Line(
      "From \((first + 1).grouped) of \(plan.changes.count.of("change")):", .muted)
    return [lead]
      + plan.changes[shown].map { change in
        let who = change.user?.displayName ?? change.what
        let isSaid =
          change.user == nil || (summary.roles.count == 1 && summary.organizations.isEmpty)
        let role = isSaid ? "" : "  \(change.what)"
        let id = change.user?.id.rawValue ?? ""
        let text = CellText("\(who)\(role)  \(change.user?.email ?? "")  \(id)")
        return Line([Span(text.truncated(to: max(1, columns), keeping: .ends))])
      }
  }
}
