import AccessModel
import Canvas
import RolecallApp
import Testing

extension GoldenTests {
  private static func choice(
    _ name: String, _ tenant: FixtureTenant = .production.withFewRoles, _ sizes: [Size] = [normal],
    keys: String = ""
  ) -> Moment {
    Moment(name: "assign\(name)", sizes: sizes) { size, theme in
      let driver = AppDriver.onChoice(
        tenant, columns: size.columns, rows: size.rows, theme: theme)
      driver.press(keys)
      driver.answerGivenToAll()
      return driver
    }
  }

  static let assignMoments: [Moment] = [
    choice("", .production.withFewRoles, readable, keys: "<tab>"),
    choice("-typed", .production.withFewRoles, readable, keys: "aud"),
    choice("-none-fits", keys: "xyz"),
    choice(
      "-all-held",
      .production.with { $0.held[FixtureTenant.ana.id] = $0.tenantRoles }),
    choice(
      "-many",
      .production.withFewRoles.with { tenant in
        tenant.extraRoles = (0..<1_000).map {
          Role(id: RoleID("rol_\($0)"), name: "Team \($0) Lead", description: "Leads team \($0)")
        }
      }, readable, keys: "t1"),
    Moment(name: "assign-question", sizes: readable) { size, theme in
      let driver = AppDriver.onChoice(
        .production.withFewRoles, columns: size.columns, rows: size.rows, theme: theme)
      driver.press("<enter>")
      driver.answerFindings()
      driver.settle()
      return driver
    },
    Moment(name: "assign-loading") { size, theme in
      let driver = AppDriver.onRoles(
        .production.withFewRoles, columns: size.columns, rows: size.rows, theme: theme)
      driver.press("a")
      return driver
    },
    Moment(name: "assign-forbidden", sizes: readable) { size, theme in
      let driver = AppDriver.onRoles(
        .production.withFewRoles, columns: size.columns, rows: size.rows, theme: theme)
      driver.press("a")
      driver.fail(with: FixtureTenant.forbidden(.listRoles, "read:roles"))
      return driver
    },
    Moment(name: "assign-refused", sizes: readable) { size, theme in
      let driver = AppDriver.onRoles(
        .production.with { $0.session.scopes?.remove("create:role_members") },
        columns: size.columns, rows: size.rows, theme: theme)
      driver.press("a")
      return driver
    },
  ]
}
