extension LogBook {
  private static let days: Int64 = 10
  private static let mostLogins = 2_000

  /// The latest logins of people, as far back as a tenant's log reaches.
  static func seeded(_ users: [User], now: Timestamp) -> LogBook {
    let first = now.advanced(bySeconds: -days * 86_400)
    let logins = users.compactMap { user in
      user.lastLogin.flatMap { $0 >= first ? (date: $0, user: user) : nil }
    }.sorted { ($0.date, $0.user.id) < ($1.date, $1.user.id) }
    return LogBook(
      logins.suffix(mostLogins).enumerated().map { number, login in
        let session = Session.seeded(login.user).first
        let application = ClientApplication.seeded.first { $0.id == session?.clientIDs.first }
        return LogEntry(
          id: id(login.date, number + 1), date: login.date, type: "s",
          description: "Successful login", application: application ?? ClientApplication.seeded[0],
          ip: login.user.lastIP ?? "203.0.113.1", userID: login.user.id,
          userName: login.user.email ?? login.user.name,
          connection: login.user.identities.first?.connection,
          strategy: login.user.identities.first?.provider, userAgent: session?.userAgent ?? "")
      })
  }
}
