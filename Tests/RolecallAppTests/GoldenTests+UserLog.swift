import AccessModel
import Canvas
import RolecallApp
import Testing

/// What the log tells of a user, and where the user is signed in.
extension GoldenTests {
  private static func history(
    _ name: String, _ page: Page<LogEntry>, _ sizes: [Size] = [normal], keys: String = ""
  ) -> Moment {
    Moment(name: "user-history\(name)", sizes: sizes) { size, theme in
      let driver = AppDriver.onHistory(
        page, columns: size.columns, rows: size.rows, theme: theme)
      driver.press(keys)
      return driver
    }
  }

  private static func devices(
    _ name: String, _ sessions: Reply, _ tokens: Reply, _ sizes: [Size] = [normal]
  ) -> Moment {
    Moment(name: "user-devices\(name)", sizes: sizes) { size, theme in
      AppDriver.onDevices(
        sessions: sessions, tokens: tokens, columns: size.columns, rows: size.rows, theme: theme)
    }
  }

  static let userLogMoments: [Moment] = [
    history(
      "", Page(items: FixtureTenant.log, start: 0, total: FixtureTenant.log.count), readable,
      keys: "j"),
    history("-many", FixtureTenant.logPage(0, of: 1_204), readable, keys: "<pgdn>"),
    history("-one", FixtureTenant.logPage(0, of: 1)),
    history("-none", FixtureTenant.logPage(0, of: 0)),
    Moment(name: "user-history-loading") { size, theme in
      let driver = AppDriver.onOrganizations(
        columns: size.columns, rows: size.rows, theme: theme)
      driver.press("<right>")
      return driver
    },
    Moment(name: "user-history-forbidden", sizes: readable) { size, theme in
      let driver = AppDriver.onOrganizations(
        columns: size.columns, rows: size.rows, theme: theme)
      driver.press("<right>")
      driver.fail(with: FixtureTenant.forbidden(.listUserLogs, "read:logs"))
      return driver
    },
    devices(
      "", .userSessions(FixtureTenant.sessions), .refreshTokens(FixtureTenant.refreshTokens),
      readable),
    devices(
      "-many",
      .userSessions((0..<60).map { UserSession(id: "s\($0)", clientIDs: ["client_\($0)"]) }),
      .refreshTokens(FixtureTenant.refreshTokens)),
    devices("-none", .userSessions([]), .refreshTokens([])),
    devices(
      "-half",
      .userSessions(FixtureTenant.sessions),
      .failed(FixtureTenant.forbidden(.listUserRefreshTokens, "read:refresh_tokens")), readable),
    devices(
      "-forbidden", .failed(FixtureTenant.forbidden(.listUserSessions, "read:sessions")),
      .failed(FixtureTenant.forbidden(.listUserRefreshTokens, "read:refresh_tokens")), readable),
    Moment(name: "user-devices-loading") { size, theme in
      let driver = AppDriver.onHistory(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("<right>")
      return driver
    },
  ]
}
