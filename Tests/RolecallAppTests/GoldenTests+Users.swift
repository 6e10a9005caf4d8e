import AccessModel
import Canvas
import RolecallApp
import Testing

extension GoldenTests {
  static let usersMoments: [Moment] = [
    Moment(name: "users-loading") { size, theme in
      AppDriver(columns: size.columns, rows: size.rows, theme: theme)
    },
    Moment(name: "users-empty") { size, theme in
      .onUsers(
        .local.with { $0.people = [] }, columns: size.columns, rows: size.rows, theme: theme)
    },
    Moment(name: "users", sizes: all) { size, theme in
      let driver = AppDriver.onUsers(
        .production, columns: size.columns, rows: size.rows, theme: theme)
      driver.send(.rateLimit(RateLimit(limit: 50, remaining: 42, resetsAt: nil)))
      driver.press("jj")
      return driver
    },
    Moment(name: "users-light", theme: .light, driver: onList),
    Moment(name: "users-monochrome", theme: .monochrome, driver: onList),
    Moment(name: "users-sorted") { size, theme in
      let driver = try onList(size, theme)
      driver.press("ssss")
      driver.answerUsers()
      driver.tick(7)
      return driver
    },
    Moment(name: "users-searching", sizes: readable) { size, theme in
      let driver = try onList(size, theme)
      driver.press("/ana@acme.example")
      driver.tick(0.25)
      driver.answerUsers(
        UsersFound(
          exact: [FixtureTenant.ana, FixtureTenant.anaAtGoogle],
          page: Page(items: [FixtureTenant.ana], start: 0, total: 1)))
      return driver
    },
    Moment(name: "users-nobody-fits") { size, theme in
      let driver = try onList(size, theme)
      driver.press("/nobody<enter>")
      driver.answerUsers(driver.tenant.nobody)
      return driver
    },
    Moment(name: "users-bad-search") { size, theme in
      let driver = try onList(size, theme)
      driver.press("/name:[<enter>")
      driver.fail(
        with: APIError(
          .badRequest, .listUsers, status: 400,
          message: "Failed to parse query: [name:[] at character 6.", errorCode: "invalid_query"))
      return driver
    },
    Moment(name: "users-unreachable", sizes: readable) { size, theme in
      let driver = try onList(size, theme)
      driver.press("<c-r>")
      driver.fail(with: APIError(.unreachable, .listUsers, detail: "no such host"))
      return driver
    },
    Moment(name: "users-rate-limited") { size, theme in
      let driver = try onList(size, theme)
      driver.send(.rateLimit(RateLimit(limit: 50, remaining: 0, resetsAt: nil)))
      driver.press("<c-r>")
      driver.fail(with: FixtureTenant.rateLimited(.listUsers, seconds: 9.5))
      driver.tick(3)
      return driver
    },
    Moment(name: "users-at-the-wall", sizes: [normal, Size(columns: 40, rows: 12)]) { size, theme in
      let driver = AppDriver.onUsers(
        .crowd(1_000, saying: 48_210), columns: size.columns, rows: size.rows, theme: theme)
      for _ in 0..<19 {
        driver.press("G")
        driver.answerUsers()
      }
      driver.press("G")
      return driver
    },
  ]

  @Sendable private static func onList(_ size: Size, _ theme: Theme) throws -> AppDriver {
    .onUsers(columns: size.columns, rows: size.rows, theme: theme)
  }
}
