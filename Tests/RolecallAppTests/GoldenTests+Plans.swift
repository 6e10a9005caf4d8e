import AccessModel
import Canvas
import RolecallApp
import Testing

extension GoldenTests {
  private static let hostile = FixtureTenant.production.with {
    $0.people[1].name = "Bo\u{202E}nesnaH\u{1B}[31m"
    $0.people[1].email = "bo\u{200B}@contractor.example"
  }

  private static func crowd(_ count: Int) -> FixtureTenant {
    var tenant = FixtureTenant.crowd(count).withHolders
    tenant.session = FixtureTenant.production.session
    return tenant
  }

  static let planMoments: [Moment] = [
    Moment(name: "plan-reading", sizes: readable) { size, theme in
      let driver = AppDriver.onRole(
        FixtureTenant.production.withHolders, columns: size.columns, rows: size.rows, theme: theme)
      driver.press("<space><space><space>d")
      return driver
    },
    Moment(name: "plan-few", sizes: readable) { size, theme in
      AppDriver.onPlanQuestion(hostile, columns: size.columns, rows: size.rows, theme: theme)
    },
    Moment(name: "plan-few-light") { size, theme in
      AppDriver.onPlanQuestion(.production, columns: size.columns, rows: size.rows, theme: .light)
    },
    Moment(name: "plan-everybody", sizes: readable) { size, theme in
      AppDriver.onPlanQuestion(
        crowd(1_204), keys: "D", columns: size.columns, rows: size.rows, theme: theme)
    },
    Moment(name: "plan-list", sizes: readable) { size, theme in
      let driver = AppDriver.onPlanQuestion(
        crowd(1_204), keys: "D", columns: size.columns, rows: size.rows, theme: theme)
      driver.press("<tab><tab><enter><down><down>")
      return driver
    },
    Moment(name: "plan-unknown", sizes: readable) { size, theme in
      let driver = AppDriver.onRole(
        FixtureTenant.production.withHolders, columns: size.columns, rows: size.rows, theme: theme)
      driver.press("<space><space><space>d")
      driver.fail(with: FixtureTenant.forbidden(.getRole, "read:roles"))
      driver.settle()
      return driver
    },
    Moment(name: "plan-nothing-left") { size, theme in
      let driver = AppDriver.onRole(
        columns: size.columns, rows: size.rows, theme: theme)
      driver.tenant.held = [:]
      driver.press("j<space><space><space>d")
      driver.answerFindings()
      return driver
    },
    Moment(name: "plan-read-only") { size, theme in
      AppDriver.onPlanQuestion(
        .production.with { $0.session.isReadOnly = true }, columns: size.columns, rows: size.rows,
        theme: theme)
    },
    Moment(name: "plan-written") { size, theme in
      let driver = AppDriver.onPlanQuestion(
        columns: size.columns, rows: size.rows, theme: theme)
      driver.send(.wrote("run-1", .written(path: "rolecall-run-1.plan")))
      return driver
    },
    Moment(name: "run-beginning") { size, theme in
      try AppDriver.onRun(columns: size.columns, rows: size.rows, theme: theme).0
    },
    Moment(name: "run-under-way", sizes: readable) { size, theme in
      let (driver, plan) = try AppDriver.onRun(
        hostile, keys: "D", columns: size.columns, rows: size.rows, theme: theme)
      driver.tell(
        plan,
        [
          .done, .done, .failed(hostile.notFound(.removeUserRoles)), .alreadySo, .notInEffect,
          .unknown(FixtureTenant.rateLimited(.listUserRoles, seconds: 3)), .done, .done,
        ], sent: 2)
      driver.tick(1)
      return driver
    },
    Moment(name: "run-elsewhere", sizes: readable) { size, theme in
      let (driver, plan) = try AppDriver.onRun(
        keys: "D", columns: size.columns, rows: size.rows, theme: theme)
      driver.tell(plan, [.done, .done])
      driver.press("<esc>")
      return driver
    },
    Moment(name: "run-paused", sizes: readable) { size, theme in
      let (driver, plan) = try AppDriver.onRun(
        keys: "D", columns: size.columns, rows: size.rows, theme: theme)
      driver.tell(plan, [.done, .done], pause: .pattern(.unauthorized))
      driver.press("<esc>5")
      return driver
    },
    Moment(name: "run-trouble-alone") { size, theme in
      let (driver, plan) = try AppDriver.onRun(
        keys: "D", columns: size.columns, rows: size.rows, theme: theme)
      driver.tell(plan, [.done, .failed(hostile.notFound(.removeUserRoles))])
      driver.press("f")
      return driver
    },
    Moment(name: "run-ended", sizes: readable) { size, theme in
      let (driver, plan) = try AppDriver.onRun(
        keys: "D", columns: size.columns, rows: size.rows, theme: theme)
      driver.tell(plan, plan.changes.indices.map { $0 == 3 ? .notInEffect : .done })
      driver.end(plan) { $0 == 3 ? .notInEffect : .done }
      return driver
    },
    Moment(name: "run-quitting") { size, theme in
      let (driver, _) = try AppDriver.onRun(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("q")
      return driver
    },
    Moment(name: "plan-grants", sizes: readable) { size, theme in
      let (driver, plan) = try AppDriver.onRun(
        .production, columns: size.columns, rows: size.rows, theme: theme)
      driver.end(plan)
      driver.press("<esc>u")
      driver.answerUndo(FixtureTenant.undo(of: plan))
      driver.answerFindings()
      return driver
    },
    Moment(name: "changes", sizes: readable) { size, theme in
      AppDriver.onChanges(columns: size.columns, rows: size.rows, theme: theme)
    },
    Moment(name: "changes-loading") { size, theme in
      let driver = AppDriver.onUsers(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("4")
      return driver
    },
    Moment(name: "changes-nothing") { size, theme in
      let driver = AppDriver.onUsers(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("4")
      driver.answerRuns([])
      return driver
    },
    Moment(name: "changes-no-journal", sizes: readable) { size, theme in
      let driver = AppDriver.onUsers(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("4")
      driver.fail(
        with: APIError(
          .forbidden, .getRole,
          explained: Explanation(
            "The journal is of a newer version of rolecall.", "Runs are kept in the journal.")))
      return driver
    },
  ]
}
