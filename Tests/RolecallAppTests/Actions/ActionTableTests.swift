import AccessModel
import Canvas
import RolecallApp
import Testing

@Suite("The action table")
struct ActionTableTests {
  @Test("No key means two things in one place", arguments: Action.Context.allCases)
  func conflicts(_ context: Action.Context) {
    var owners: [Key: Action.ID] = [:]
    for action in Action.table where action.contexts.contains(context) {
      for key in action.keys {
        let other = owners.updateValue(action.id, forKey: key)
        #expect(other == nil, "\(key.notation) is \(action.id) and \(String(describing: other))")
      }
    }
  }

  @Test("Every action can be reached by a key somewhere", arguments: Action.ID.allCases)
  func reachable(_ id: Action.ID) {
    let places = Action.table.filter { $0.id == id }
    #expect(places.contains { !$0.keys.isEmpty && !$0.contexts.isEmpty })
    for action in places {
      for context in action.contexts {
        for key in action.keys { #expect(Action.meant(by: key, in: context)?.id == id) }
      }
    }
  }

  @Test("d and Delete mean trash wherever they mean anything")
  func trash() {
    for context in Action.Context.allCases {
      for key in [Key.character("d"), .delete] {
        if let action = Action.meant(by: key, in: context) { #expect(action.id == .trash) }
      }
    }
  }

  @Test("What takes something away is marked as danger, and nothing else is")
  func danger() {
    #expect(
      Set(Action.table.filter(\.isDanger).map(\.id))
        == [
          .trash, .removeFromEverybody, .endAccess, .endAccessOfMany, .setRBAC,
          .setTokenPermissions,
        ])
  }

  @Test("No letter acts while the field takes letters")
  func field() {
    for action in Action.table
    where !action.contexts.isDisjoint(with: [.searchField, .filterField]) {
      for key in action.keys {
        if case .character = key { Issue.record("\(key.notation) acts in the field") }
      }
    }
  }

  @Test(
    "A dangerous action is refused with its reason where it cannot be done",
    arguments: [
      ("loading", "the roles have not been read yet"), ("nothing", "no role is under the cursor"),
      ("running", "a removal is still under way"),
    ])
  func obstacles(_ state: String, _ reason: String) throws {
    let driver: AppDriver
    switch state {
    case "loading": driver = AppDriver(user: FixtureTenant.ana.id)
    case "nothing": driver = .onRoles(.local.with { $0.held = [:] })
    default:
      driver = .onQuestion()
      driver.press("y")
      _ = try driver.takePlan()
    }
    for key in ["d", "<del>"] {
      driver.press(key)
      #expect(driver.app.dialog == nil)
      #expect(driver.shows("Not now: \(reason)."))
    }
    for action in Action.table where action.isDanger && action.contexts == [.userRoles] {
      #expect(action.obstacle(driver.app) == reason)
    }
    _ = driver.takeReads()
  }

  @Test("The help names every action of its place, with its keys", arguments: [true, false])
  func help(onRoles: Bool) {
    let driver: AppDriver =
      onRoles ? .onRoles(columns: 120, rows: 60) : .onUsers(columns: 120, rows: 60)
    driver.press("?")
    let context: Action.Context = onRoles ? .userRoles : .users
    for action in Action.table where action.contexts.contains(context) {
      #expect(driver.shows(action.title))
      for key in action.keys { #expect(driver.shows(key.label)) }
    }
  }

  @Test(
    "Where the tenant cannot be opened every way out ends the program",
    arguments: ["q", "<esc>", "<enter>", "<c-c>"])
  func openingFailed(_ key: String) {
    let driver = AppDriver(isOpen: false)
    driver.send(.openingFailed(Explanation("It is closed.", "Open it.")))
    #expect(driver.shows("It is closed. Open it."))
    driver.press("djx?")
    #expect(!driver.app.isFinished)
    driver.press(key)
    #expect(driver.app.isFinished)
  }

  @Test("Ctrl-Z suspends from anywhere", arguments: ["", "/", "?"])
  func suspend(_ keys: String) {
    let driver = AppDriver.onUsers()
    driver.press(keys)
    driver.press("<c-z>")
    #expect(driver.takeEffect() == .suspend)
  }
}
