import AccessModel
import Canvas
import RolecallApp
import Testing

extension GoldenTests {
  private static func log(
    _ name: String, _ count: Int, _ sizes: [Size] = [normal], keys: String = "",
    theme: Theme = .dark
  ) -> Moment {
    Moment(name: "api-log\(name)", sizes: sizes, theme: theme) { size, theme in
      let driver = AppDriver.onAPILog(
        count, .production, columns: size.columns, rows: size.rows, theme: theme)
      driver.press(keys)
      return driver
    }
  }

  static let apiLogMoments: [Moment] = [
    log("", 14, readable, keys: "j"),
    log("-one", 1),
    log("-none", 0),
    log("-many", 1_000, keys: "G"),
    log("-filtered", 1_000, readable, keys: "/429"),
    log("-monochrome", 14, theme: .monochrome),
    log("-call", 8, readable, keys: "<enter>"),
    log("-write", 7, keys: "<enter>"),
    Moment(name: "api-log-loading") { size, theme in
      let driver = AppDriver.onUsers(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("6")
      return driver
    },
  ]
}
