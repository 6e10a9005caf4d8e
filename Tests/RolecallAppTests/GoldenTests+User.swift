import AccessModel
import Canvas
import RolecallApp
import Testing

extension GoldenTests {
  private static let hostile = FixtureTenant.production.with {
    $0.held[FixtureTenant.ana.id] = [
      .billingAdmin, .disguised, .long,
      Role(
        id: RoleID("rol_300"), name: String(repeating: "Rôle ", count: 60),
        description: String(repeating: "every word of it ", count: 20)),
      Role(id: RoleID("rol_emoji"), name: "管理者 👑", description: "العربية"),
      Role(id: RoleID("rol_nameless"), name: ""),
    ]
  }

  static let userMoments: [Moment] = [
    Moment(name: "user-loading") { size, theme in
      let driver = AppDriver.onUsers(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("<enter>")
      return driver
    },
    Moment(name: "user-by-id-loading") { size, theme in
      AppDriver(
        user: FixtureTenant.ana.id, columns: size.columns, rows: size.rows, theme: theme)
    },
    Moment(name: "user-roles", sizes: all) { size, theme in
      let driver = AppDriver.onRoles(
        .production, columns: size.columns, rows: size.rows, theme: theme)
      driver.press("<space>j<space>kk")
      return driver
    },
    Moment(name: "user-roles-hostile", sizes: readable) { size, theme in
      .onRoles(hostile, columns: size.columns, rows: size.rows, theme: theme)
    },
    Moment(name: "user-roles-monochrome", theme: .monochrome) { size, theme in
      let driver = AppDriver.onRoles(
        .production, columns: size.columns, rows: size.rows, theme: theme)
      driver.press("<space>j<space>kk")
      return driver
    },
    Moment(name: "user-no-roles") { size, theme in
      .onRoles(
        .local.with { $0.held = [:] }, columns: size.columns, rows: size.rows, theme: theme)
    },
    Moment(name: "user-long-name", sizes: readable) { size, theme in
      .onRoles(of: FixtureTenant.long.id, columns: size.columns, rows: size.rows, theme: theme)
    },
    Moment(name: "user-blocked") { size, theme in
      .onRoles(
        of: UserID("waad|x/y z@ü"), columns: size.columns, rows: size.rows, theme: theme)
    },
    Moment(name: "user-forbidden", sizes: readable) { size, theme in
      let driver = AppDriver(
        user: FixtureTenant.ana.id, columns: size.columns, rows: size.rows, theme: theme)
      driver.answerUser()
      driver.fail(
        with: FixtureTenant.forbidden(.listUserRoles, "read:users", "read:roles"))
      return driver
    },
    Moment(name: "user-permissions", sizes: readable) { size, theme in
      let driver = AppDriver.onRoles(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("<right>")
      driver.answerPermissions()
      return driver
    },
    Moment(name: "user-details", sizes: readable) { size, theme in
      let driver = AppDriver.onRoles(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("<left>")
      return driver
    },
    Moment(name: "user-raw-json", sizes: readable) { size, theme in
      let driver = AppDriver.onRoles(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("<left><left>")
      return driver
    },
  ]
}
