import AccessModel
import Canvas
import RolecallApp
import Testing

extension GoldenTests {
  private static func remove(
    _ name: String, _ tenant: FixtureTenant = .production.withThreeHolders,
    _ sizes: [Size] = [normal], keys: String = ""
  ) -> Moment {
    Moment(name: "remove-roles\(name)", sizes: sizes) { size, theme in
      let driver = AppDriver.onRemoveRoles(
        tenant, columns: size.columns, rows: size.rows, theme: theme)
      driver.press(keys)
      return driver
    }
  }

  private static func add(
    _ name: String, _ tenant: FixtureTenant = .production, _ sizes: [Size] = [normal],
    keys: String = "<tab>"
  ) -> Moment {
    Moment(name: "add-users\(name)", sizes: sizes) { size, theme in
      let driver = AppDriver.onAddUsers(
        tenant, columns: size.columns, rows: size.rows, theme: theme)
      driver.press(keys)
      driver.answerHoldings(atLeast: 0)
      return driver
    }
  }

  static let marksMoments: [Moment] = [
    Moment(name: "users-marked", sizes: readable) { size, theme in
      let driver = AppDriver.onUsers(
        .production, columns: size.columns, rows: size.rows, theme: theme)
      driver.press("<space>jj<space>")
      return driver
    },
    Moment(name: "users-marked-hidden", sizes: readable) { size, theme in
      let driver = AppDriver.onUsers(
        .production, columns: size.columns, rows: size.rows, theme: theme)
      driver.press("<space><space>/li<enter>")
      driver.answerUsers(
        UsersFound(
          page: Page(items: [FixtureTenant.ana, FixtureTenant.everybody[4]], start: 0, total: 2)))
      return driver
    },
    remove("", .production.withThreeHolders, readable, keys: "j<space>"),
    remove("-filter", keys: "<space>/adm"),
    remove("-nothing-held", .production.with { $0.held = [:] }),
    remove(
      "-many",
      .production.with { tenant in
        tenant.held = [:]
        for (index, user) in tenant.people.prefix(3).enumerated() {
          tenant.held[user.id] = (0..<(40 - index)).map {
            Role(id: RoleID("rol_\($0)"), name: "Team \($0)", description: "Team \($0)'s tools")
          }
        }
      }, readable, keys: "<pgdn>"),
    Moment(name: "remove-roles-one-user", sizes: readable) { size, theme in
      .onRemoveRoles(keys: "d", columns: size.columns, rows: size.rows, theme: theme)
    },
    Moment(name: "remove-roles-reading", sizes: readable) { size, theme in
      let driver = AppDriver.onUsers(
        .production, columns: size.columns, rows: size.rows, theme: theme)
      driver.press("D")
      driver.sendHoldings(
        HoldingsPart(
          holdings: driver.tenant.people.prefix(4).map {
            driver.tenant.holding(of: $0, withPermissions: false)
          }, found: 1_204))
      return driver
    },
    Moment(name: "remove-roles-stopped") { size, theme in
      let driver = AppDriver.onUsers(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("d<esc>")
      driver.tick(7)
      _ = driver.takeCancelled()
      return driver
    },
    Moment(name: "remove-roles-left-out", sizes: readable) { size, theme in
      let driver = AppDriver.onUsers(
        .production.withThreeHolders, columns: size.columns, rows: size.rows, theme: theme)
      driver.press("<space><space><space>d")
      driver.tenant.people.remove(at: 1)
      driver.answerHoldings()
      return driver
    },
    Moment(name: "remove-roles-forbidden", sizes: readable) { size, theme in
      let driver = AppDriver.onUsers(
        .production, columns: size.columns, rows: size.rows, theme: theme)
      driver.press("<space><space>d")
      driver.fail(with: FixtureTenant.forbidden(.listUserRoles, "read:roles"))
      return driver
    },
    Moment(name: "remove-roles-question", sizes: readable) { size, theme in
      let driver = AppDriver.onRemoveRoles(
        .production.withThreeHolders, columns: size.columns, rows: size.rows, theme: theme)
      driver.press("d")
      driver.answerFindings()
      driver.settle()
      return driver
    },
    Moment(name: "assign-several", sizes: readable) { size, theme in
      AppDriver.onChoiceForThree(
        .production.withThreeHolders, columns: size.columns, rows: size.rows, theme: theme)
    },
    Moment(name: "assign-several-left-out", sizes: readable) { size, theme in
      let driver = AppDriver.onUsers(
        .production.withThreeHolders, columns: size.columns, rows: size.rows, theme: theme)
      driver.press("<space><space><space>a")
      driver.tenant.people.remove(at: 1)
      driver.answerChoice()
      return driver
    },
    Moment(name: "assign-several-reading") { size, theme in
      let driver = AppDriver.onUsers(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("<space><space><space>a")
      driver.answerTenantRoles()
      return driver
    },
    add("", .production, readable),
    add("-marked", .production, readable, keys: "<tab>j<space><space>j<space>"),
    add("-typing", .production, readable, keys: ""),
    Moment(name: "add-users-nobody-fits") { size, theme in
      let driver = AppDriver.onAddUsers(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("nobody<enter>")
      driver.answerUsers(driver.tenant.nobody)
      return driver
    },
    Moment(name: "add-users-forbidden", sizes: readable) { size, theme in
      let driver = AppDriver.onAddUsers(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("<tab><c-r>")
      driver.fail(with: FixtureTenant.forbidden(.listRolePermissions, "read:roles"))
      driver.fail(with: FixtureTenant.forbidden(.listUsers, "read:users"))
      return driver
    },
    Moment(name: "add-users-loading") { size, theme in
      let driver = AppDriver.onRole(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("a")
      return driver
    },
  ]
}
