import AccessModel
import Canvas
import FoundationEssentials

extension UserScreen {
  /// What the Details view says, a fact a line, or more where the room is short.
  func detailsLines(now: Date, columns: Int) -> [Line] {
    guard let user = document.value?.user else { return [] }
    var lines: [Line] = []
    func add(_ label: String, _ value: String?, _ role: StyleRole = .text) {
      guard let value, !value.isEmpty else { return }
      lines.append(Line([Span(label, .muted, columns: 18), Span(value, role)], hanging: 18))
    }
    func add(_ label: String, _ date: Date?) {
      guard let date else { return }
      add(label, "\(date.formatted(.iso8601))  (\(Age(of: date, at: now).words))")
    }
    add("User id", user.id.rawValue)
    add("Name", user.name)
    add("Nickname", user.nickname)
    add("Given name", user.givenName)
    add("Family name", user.familyName)
    add("Username", user.username)
    add("Email", user.email)
    add("Email verified", user.isEmailVerified.map { $0 ? "yes" : "no" })
    add("Phone", user.phoneNumber)
    add(
      "Blocked", user.isBlocked ? "yes, by an administrator" : "no",
      user.isBlocked ? .danger : .text)
    add("Multi-factor", user.multifactor.joined(separator: ", "))
    add("Logins", user.loginsCount?.grouped ?? "0")
    add("Latest login", user.lastLogin)
    add("Latest address", user.lastAddress)
    add("Created", user.createdAt)
    add("Updated", user.updatedAt)
    for (index, identity) in user.identities.enumerated() {
      lines.append(
        Line(
          [
            Span(index == 0 ? "Identities" : "", .muted, columns: 18),
            Span("\(identity.connection)  "),
            Span("\(identity.provider)|\(identity.userID)", .muted),
          ], hanging: 18)
      )
    }
    for (index, entry) in (user.authorizationExtension?.entries ?? []).enumerated() {
      let parts = [
        ("roles", entry.roles), ("groups", entry.groups), ("permissions", entry.permissions),
      ]
      .filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1.joined(separator: ", "))" }
      let place = entry.application.map { "\($0): " } ?? ""
      lines.append(
        Line(
          [
            Span(index == 0 ? "Auth. Extension" : "", .muted, columns: 18),
            Span(place + parts.joined(separator: "; ")),
          ], hanging: 18))
    }
    if extensionNote != nil {
      lines.append(
        Line(
          [
            Span("", columns: 18),
            Span(
              "These are the Authorization Extension's, which is another system:"
                + " removing a role here does not touch them.", .muted),
          ], hanging: 18))
    }
    return lines.flatMap { $0.wrapped(to: max(1, columns)) }
  }
}
