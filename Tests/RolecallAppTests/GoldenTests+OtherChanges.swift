import AccessModel
import Canvas
import RolecallApp
import Testing

extension GoldenTests {
  static let otherChangeMoments: [Moment] = [
    Moment(name: "grant-question", sizes: readable) { size, theme in
      AppDriver.onPermissions(
        .production, columns: size.columns, rows: size.rows, theme: theme
      ).ask("gjjjd")
    },
    Moment(name: "grants-marked") { size, theme in
      let driver = AppDriver.onPermissions(
        .local.with { $0.granted[FixtureTenant.ana.id] = [.readExports, .readHandbook] },
        columns: size.columns, rows: size.rows, theme: theme)
      driver.press("<end><space>")
      return driver
    },
    Moment(name: "organization-role-question", sizes: readable) { size, theme in
      AppDriver.onOrganizations(
        .production, columns: size.columns, rows: size.rows, theme: theme
      ).ask("jd")
    },
    Moment(name: "delete-role-question", sizes: readable) { size, theme in
      AppDriver.onTenantRoles(
        FixtureTenant.production.withHolders, columns: size.columns, rows: size.rows, theme: theme
      ).ask("/billing<enter>d")
    },
    Moment(name: "delete-role-unread") { size, theme in
      let driver = AppDriver.onTenantRoles(
        FixtureTenant.production.withHolders, columns: size.columns, rows: size.rows, theme: theme)
      driver.press("/billing<enter>d")
      driver.answerFindings { facts in
        facts.holders[Role.billingAdmin.id] = .known(1_204)
        facts.members = [:]
        facts.users = [:]
      }
      driver.settle()
      return driver
    },
    Moment(name: "enable-rbac-question", sizes: readable) { size, theme in
      AppDriver.onAPIs(.production, columns: size.columns, rows: size.rows, theme: theme)
        .ask("/report<enter>e")
    },
    Moment(name: "disable-rbac-question") { size, theme in
      AppDriver.onAPIs(.production, columns: size.columns, rows: size.rows, theme: theme)
        .ask("/billing<enter>e")
    },
    Moment(name: "token-permissions-question") { size, theme in
      AppDriver.onAPIs(.production, columns: size.columns, rows: size.rows, theme: theme)
        .ask("/billing<enter>p")
    },
    Moment(name: "sessions-question", sizes: readable) { size, theme in
      AppDriver.onRoles(.production, columns: size.columns, rows: size.rows, theme: theme)
        .ask("x")
    },
    Moment(name: "role-permission-question") { size, theme in
      let driver = AppDriver.onRole(
        .production, columns: size.columns, rows: size.rows, theme: theme)
      driver.press("<left>")
      driver.answerRolePermissions()
      return driver.ask("d")
    },
    Moment(name: "grant-removed") { size, theme in
      let driver = AppDriver.onPermissions(columns: size.columns, rows: size.rows, theme: theme)
        .ask("gjjjd")
      driver.press("y")
      let plan = try driver.takePlan()
      driver.tenant.granted = [:]
      driver.end(plan)
      driver.answerUser()
      driver.answerRoles()
      driver.answerPermissions()
      return driver
    },
  ]
}
