import AccessModel
import Canvas

extension AssignGains {
  /// What the users gain by roles, in as few words as it takes.
  ///
  /// - Parameters:
  ///   - roles: The roles, of which there is at least one.
  ///   - user: The only user whom it is about; `nil` for several.
  func lines(by roles: [Role], to user: User?) -> [Line] {
    let what = roles.count == 1 ? roles[0].displayName.shortened() : roles.count.of("role")
    let who = user.map { $0.displayName.shortened() } ?? users.of("user")
    var lines: [Line] = []
    if isReading {
      lines.append(
        Line("Reading what \(who) \(user == nil ? "gain" : "gains") by \(what)…", .muted))
    } else {
      lines.append(user == nil ? line(for: what) : line(for: what, who))
      if !gains.isEmpty { lines.append(Line(named(user), .warning, indentation: 2)) }
    }
    if !unknown.isEmpty {
      let names = unknown.map { $0.displayName.shortened() }.joined(separator: ", ")
      lines.append(Line("! Not known: what \(names) gives", .danger))
    }
    return lines
  }

  private func line(for what: String, _ who: String) -> Line {
    if gains.isEmpty, unknown.isEmpty { return Line("By \(what) \(who) gains no permission") }
    return Line(
      "By \(what) \(who) \(isComparable ? "gains" : "may gain") \(gains.count.of("permission"))"
        + (gains.isEmpty ? "" : ":"), gains.isEmpty ? .text : .warning)
  }

  private func line(for what: String) -> Line {
    let new = users - holders
    let already =
      holders == 0 ? "" : "; \(holders.grouped) \(holders == 1 ? "holds" : "hold") it already"
    let verb = isComparable ? (new == 1 ? "gains" : "gain") : "may gain"
    if gains.isEmpty, unknown.isEmpty {
      return Line("\(what) to \(new.of("user")), who \(verb) no permission\(already)")
    }
    return Line(
      "\(what) to \(new.of("user")), who \(verb) \(gains.count.of("permission"))\(already)",
      gains.isEmpty ? .text : .warning)
  }

  private func named(_ user: User?) -> String {
    gains.map { gain in
      let permission = "\(gain.permission.name) (\(gain.permission.apiName))"
      return user == nil ? "\(permission) \(gain.users.grouped)" : permission
    }.joined(separator: ", ")
  }
}
