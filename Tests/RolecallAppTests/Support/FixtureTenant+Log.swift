import AccessModel
import Canvas
import FoundationEssentials
import RolecallApp
import Testing

extension LogEntry {
  /// An entry of the fixture's log, some minutes old.
  static func fixture(
    _ number: Int, _ type: String, description: String? = nil, client: String? = "Intranet",
    connection: String? = "Username-Password-Authentication", address: String? = "203.0.113.7"
  ) -> LogEntry {
    var entry = LogEntry(
      id: "log_\(number)", date: FixtureTenant.now.addingTimeInterval(Double(-600 * number)),
      type: type, description: description)
    (entry.clientName, entry.connection, entry.address) = (client, connection, address)
    return entry
  }
}

extension FixtureTenant {
  /// What the log tells of a user: of each sort one, with names that mean no good.
  static let log: [LogEntry] = [
    .fixture(0, "s"),
    .fixture(1, "fp", description: "Wrong email or password."),
    .fixture(2, "limit_wc", client: nil, connection: nil),
    .fixture(3, "seacft", address: "2001:db8:85a3:8d3:1319:8a2e:370:7348"),
    .fixture(
      4, "sapi", description: "Assign roles to a user", client: "Management \u{202E}gnineppo"),
    .fixture(5, "a_code_of_tomorrow", description: "Something \u{1B}[31mnew"),
    .fixture(6, "another", client: "", address: nil),
    .fixture(7, "fce"),
  ]

  /// A page of a log of so many entries.
  static func logPage(_ page: Int, of total: Int) -> Page<LogEntry> {
    let first = page * 100
    let count = max(0, min(100, min(total, 1_000) - first))
    return Page(
      items: (first..<first + count).map { .fixture($0, $0.isMultiple(of: 7) ? "f" : "s") },
      start: first, total: total, reach: Reach(total: total))
  }

  /// Where a user is signed in.
  static let sessions: [UserSession] = {
    var first = UserSession(
      id: "s1", lastInteractedAt: now.addingTimeInterval(-60), clientIDs: ["client_1", "client_2"])
    first.device = Device(
      lastUserAgent: "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36",
      lastAddress: "203.0.113.7")
    first.expiresAt = now.addingTimeInterval(86_400)
    var second = UserSession(id: "s2")
    second.device = Device(initialUserAgent: "M\u{202E}y agent", initialAddress: "2001:db8::1")
    return [first, second]
  }()

  /// The refresh tokens of a user.
  static let refreshTokens: [RefreshToken] = {
    var token = RefreshToken(id: "s1", clientID: "client_phone", sessionID: "s1")
    token.lastExchangedAt = now.addingTimeInterval(-86_400 * 20)
    token.idleExpiresAt = now.addingTimeInterval(86_400 * 10)
    token.device = Device(
      lastUserAgent:
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1")
    return [token]
  }()
}

extension AppDriver {
  /// Ana Lima's History view, its first page read.
  static func onHistory(
    _ page: Page<LogEntry> = Page(
      items: FixtureTenant.log, start: 0, total: FixtureTenant.log.count),
    columns: Int = 80, rows: Int = 24, theme: Theme = .dark
  ) -> AppDriver {
    let driver = onOrganizations(columns: columns, rows: rows, theme: theme)
    driver.press("<right>")
    driver.answerLog(page)
    return driver
  }

  /// Answers what the log tells.
  func answerLog(_ page: Page<LogEntry>) {
    answer("the log") { read in if case .userLogs = read { .userLogs(page) } else { nil } }
  }

  /// Ana Lima's Devices view, read.
  static func onDevices(
    sessions: Reply = .userSessions(FixtureTenant.sessions),
    tokens: Reply = .refreshTokens(FixtureTenant.refreshTokens), columns: Int = 80,
    rows: Int = 24, theme: Theme = .dark
  ) -> AppDriver {
    let driver = onHistory(columns: columns, rows: rows, theme: theme)
    driver.press("<right>")
    driver.answerDevices(sessions, tokens)
    return driver
  }

  /// Answers where the user is signed in.
  func answerDevices(
    _ sessions: Reply = .userSessions(FixtureTenant.sessions),
    _ tokens: Reply = .refreshTokens(FixtureTenant.refreshTokens)
  ) {
    answer("sessions") { read in if case .userSessions = read { sessions } else { nil } }
    answer("refresh tokens") { read in if case .refreshTokens = read { tokens } else { nil } }
  }
}
