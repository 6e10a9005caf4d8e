import AccessModel
import Canvas
import RolecallApp
import Testing

extension GoldenTests {
  private static let forbidden = FixtureTenant.forbidden(.listRoleUsers, "read:roles")

  static let roleMoments: [Moment] = [
    Moment(name: "roles-loading") { size, theme in
      let driver = AppDriver.onUsers(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("2")
      return driver
    },
    Moment(name: "roles", sizes: readable) { size, theme in
      AppDriver.onTenantRoles(
        .production, columns: size.columns, rows: size.rows, theme: theme)
    },
    Moment(name: "roles-figures-coming") { size, theme in
      let driver = AppDriver.onUsers(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("2")
      driver.answerTenantRoles()
      return driver
    },
    Moment(name: "roles-filter", sizes: readable) { size, theme in
      let driver = AppDriver.onTenantRoles(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("/au")
      return driver
    },
    Moment(name: "roles-filter-nothing") { size, theme in
      let driver = AppDriver.onTenantRoles(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("/zzz<enter>")
      return driver
    },
    Moment(name: "roles-forbidden", sizes: readable) { size, theme in
      let driver = AppDriver.onUsers(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("2")
      driver.fail(with: forbidden)
      return driver
    },
    Moment(name: "role-users", sizes: readable) { size, theme in
      AppDriver.onRole(.production, columns: size.columns, rows: size.rows, theme: theme)
    },
    Moment(name: "role-users-light") { size, theme in
      AppDriver.onRole(.production, columns: size.columns, rows: size.rows, theme: .light)
    },
    Moment(name: "role-users-coming") { size, theme in
      let driver = AppDriver.onTenantRoles(
        .local.with { $0.holders[Role.auditor.id] = 48_210 }, columns: size.columns,
        rows: size.rows, theme: theme)
      driver.press("<enter>")
      driver.answerRole()
      driver.answerReaches()
      driver.sendMembers(driver.tenant.members(of: Role.auditor.id))
      return driver
    },
    Moment(name: "role-users-marked", sizes: readable) { size, theme in
      let driver = AppDriver.onRole(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("<space><space>j<space>/ana<enter>")
      return driver
    },
    Moment(name: "role-users-nobody") { size, theme in
      AppDriver.onRole(
        .local.with { $0.people = [] }, columns: size.columns, rows: size.rows, theme: theme)
    },
    Moment(name: "role-users-forbidden", sizes: readable) { size, theme in
      let driver = AppDriver.onTenantRoles(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("<enter>")
      driver.answerRole()
      driver.answerReaches()
      driver.fail(with: forbidden)
      return driver
    },
    Moment(name: "role-permissions", sizes: readable) { size, theme in
      let driver = AppDriver.onRole(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("<left>")
      driver.answerRolePermissions()
      return driver
    },
    Moment(name: "role-settings", sizes: readable) { size, theme in
      let driver = AppDriver.onRole(
        .production, columns: size.columns, rows: size.rows, theme: theme)
      driver.press("<right>")
      return driver
    },
    Moment(name: "apis", sizes: readable) { size, theme in
      AppDriver.onAPIs(
        .production.with { $0.apis.append(FixtureTenant.management) }, columns: size.columns,
        rows: size.rows, theme: theme)
    },
    Moment(name: "apis-rbac-off") { size, theme in
      let driver = AppDriver.onAPIs(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("/reports<enter>")
      return driver
    },
    Moment(name: "apis-forbidden", sizes: readable) { size, theme in
      let driver = AppDriver.onUsers(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("3")
      driver.fail(with: FixtureTenant.forbidden(.listResourceServers, "read:resource_servers"))
      return driver
    },
  ]
}
