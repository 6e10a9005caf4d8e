import AccessModel
import Canvas
import RolecallApp
import Testing

extension GoldenTests {
  private static func afterwards(
    _ name: String, sizes: [Size] = [normal], _ state: ChangeOutcome.State
  ) -> Moment {
    Moment(name: "notice-\(name)", sizes: sizes) { size, theme in
      let driver = AppDriver.onQuestion(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("y")
      let plan = try driver.takePlan()
      if state == .done { driver.carryOut(plan) } else { driver.report(plan) { _ in state } }
      return driver
    }
  }

  static let otherMoments: [Moment] = [
    Moment(name: "running", sizes: readable) { size, theme in
      let driver = AppDriver.onQuestion(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("y")
      _ = try driver.takePlan()
      return driver
    },
    Moment(name: "running-quit") { size, theme in
      let driver = AppDriver.onQuestion(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("yq")
      _ = try driver.takePlan()
      return driver
    },
    afterwards("done", sizes: readable, .done),
    afterwards("already-so", .alreadySo),
    afterwards("not-in-effect", .notInEffect),
    afterwards(
      "failed", sizes: readable,
      .failed(FixtureTenant.forbidden(.removeUserRoles, "update:users"))),
    afterwards("unknown", .unknown(APIError(.interrupted, .removeUserRoles))),
    Moment(name: "notice-copied") { size, theme in
      let driver = AppDriver.onRoles(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("c")
      _ = try driver.takeCopy()
      return driver
    },
    Moment(name: "help-users", sizes: readable) { size, theme in
      let driver = AppDriver.onUsers(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("?")
      return driver
    },
    Moment(name: "help-roles", sizes: readable) { size, theme in
      let driver = AppDriver.onRoles(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("?")
      return driver
    },
    Moment(name: "opening") { size, theme in
      AppDriver(columns: size.columns, rows: size.rows, theme: theme, isOpen: false)
    },
    Moment(name: "opening-failed", sizes: all) { size, theme in
      let driver = AppDriver(
        columns: size.columns, rows: size.rows, theme: theme, isOpen: false)
      driver.send(
        .openingFailed(
          Explanation(
            "The token is not for acme-prod.eu.auth0.com: its audience is"
              + " https://other.eu.auth0.com/api/v2/.",
            "Set AUTH0_API_TOKEN to a token of this tenant, and start again.")))
      return driver
    },
  ]
}
