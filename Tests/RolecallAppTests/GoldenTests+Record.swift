import AccessModel
import Canvas
import RolecallApp
import Testing

extension GoldenTests {
  private static func record(
    _ name: String, _ run: RunSummary, _ sizes: [Size] = [normal], keys: String = "",
    theme: Theme = .dark
  ) -> Moment {
    Moment(name: "record-\(name)", sizes: sizes, theme: theme) { size, theme in
      let driver = AppDriver.onRecord(
        run, columns: size.columns, rows: size.rows, theme: theme)
      driver.press(keys)
      return driver
    }
  }

  /// A run whose last change got no answer, for a person to decide about.
  private static func decide(
    _ name: String, _ sizes: [Size] = [normal], keys: String = ""
  ) -> Moment {
    Moment(name: "decide\(name)", sizes: sizes) { size, theme in
      let driver = AppDriver.onRecord(
        FixtureTenant.run(3, state: .interrupted), columns: size.columns, rows: size.rows,
        theme: theme)
      driver.press("o")
      driver.answer("what is left") { read in
        guard case .resumePlan = read else { return nil }
        return .resumeOffer(RevisitingTests.resume([nil, nil, RevisitingTests.lost]))
      }
      driver.press(keys)
      return driver
    }
  }

  static let recordMoments: [Moment] = [
    Moment(name: "record-loading") { size, theme in
      let driver = AppDriver.onUsers(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("4")
      driver.answerRuns([FixtureTenant.run(8)])
      driver.press("<enter>")
      return driver
    },
    record(
      "many", FixtureTenant.run(100_000, found: [.done: 99_000, .failed: 3]), readable, keys: "j"),
    record("one", FixtureTenant.run(1, found: [.done: 1], reason: "")),
    record("none", FixtureTenant.run(0)),
    record("paused", FixtureTenant.run(8, state: .paused, found: [.done: 2]), readable, keys: "jj"),
    record("monochrome", FixtureTenant.run(8, found: [.done: 8]), keys: "jjj", theme: .monochrome),
    Moment(name: "record-failed-only", sizes: readable) { size, theme in
      let driver = AppDriver.onRecord(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("f")
      driver.answerPlaces([1, 3, 4, 5])
      driver.press("jj")
      return driver
    },
    decide("", readable), decide("-said", keys: "s"),
    Moment(name: "record-none-fits") { size, theme in
      let driver = AppDriver.onRecord(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("/xyz")
      driver.tick(0.3)
      driver.answerPlaces([])
      return driver
    },
    Moment(name: "record-no-journal", sizes: readable) { size, theme in
      let driver = AppDriver.onUsers(columns: size.columns, rows: size.rows, theme: theme)
      driver.press("4")
      driver.answerRuns([FixtureTenant.run(8)])
      driver.press("<enter>")
      driver.fail(
        with: APIError(
          .forbidden, .getRole,
          explained: Explanation("The journal is damaged.", "Runs are kept in the journal.")))
      return driver
    },
    Moment(name: "record-exported") { size, theme in
      let driver = AppDriver.onRecord(columns: size.columns, rows: size.rows, theme: theme)
      driver.send(
        .exported(
          RunNumber(7),
          .written(paths: ["rolecall-acme-run-7.csv", "rolecall-acme-run-7.json"])))
      return driver
    },
    Moment(name: "run-stopping") { size, theme in
      let (driver, plan) = try AppDriver.onRun(columns: size.columns, rows: size.rows, theme: theme)
      driver.tell(plan, [.done])
      driver.press("x")
      return driver
    },
  ]
}
