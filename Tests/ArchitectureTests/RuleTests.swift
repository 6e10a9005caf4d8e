import Testing

@Suite("The rules find what is planted")
struct RuleTests {
  /// A text in a place, and what a rule says to it.
  struct Plant: Sendable, CustomTestStringConvertible {
    var rule: Rule
    var path: String
    var text: String
    var breaches: [String]
    var testDescription: String { "\(rule.testDescription): \(path): \(text.prefix(60))" }

    init(_ rule: Rule, _ target: String, _ text: String, _ breaches: String...) {
      self.rule = rule
      self.path = "Sources/\(target)/File.swift"
      self.text = text
      self.breaches = breaches
    }
  }

  @Test(
    "arrows that the table does not have",
    arguments: [
      Plant(.arrow, "Canvas", "import AccessModel", "AccessModel"),
      Plant(.arrow, "AccessModel", "package import Canvas", "Canvas"),
      Plant(.arrow, "RolecallApp", "import struct ManagementAPI.Page", "ManagementAPI"),
      Plant(.arrow, "RolecallApp", "@testable import Terminal", "Terminal"),
      Plant(.arrow, "RequestCode", "  @_spi(A) internal import Canvas", "Canvas"),
      Plant(.arrow, "ManagementAPI", "import AccessModel\nimport Changes\n", "Changes"),
      Plant(.arrow, "LocalTenant", "import AccessModel", "AccessModel"),
      Plant(.arrow, "Changes", "import Effects // down?", "Effects"),
      Plant(.arrow, "Effects", "import Canvas", "Canvas"),
      Plant(.arrow, "Commands", "import CNcurses\nimport CTerminal", "CNcurses", "CTerminal"),
      Plant(.arrow, "Commands", "import rolecall", "rolecall"),
      Plant(.arrow, "rolecall", "import Commands\nimport Effects", "Effects"),
      Plant(.arrow, "Stranger", "", "Stranger is not in the table"),
      Plant(.arrow, "Terminal", "import Canvas\ninternal import CNcurses\nimport CTerminal"),
      Plant(.arrow, "Commands", "import Canvas\nimport Effects\nimport ArgumentParser"),
      Plant(.arrow, "Canvas", "// import AccessModel\nlet a = \"\nimport AccessModel\n\""),
      Plant(.arrow, "Canvas", "/* a /* b */\nimport AccessModel\n*/"),
      Plant(.arrow, "Canvas", "let text = \"\"\"\n  import AccessModel\n  \"\"\""),
    ])
  func arrows(plant: Plant) {
    check(plant)
  }

  @Test(
    "imports that have no place where they are",
    arguments: [
      Plant(.foundation, "Commands", "import Foundation", "Foundation"),
      Plant(.foundation, "Commands", "package import class Foundation.Thread", "Foundation"),
      Plant(.foundation, "Commands", "import FoundationEssentials"),
      Plant(.curses, "Canvas", "import CNcurses", "CNcurses"),
      Plant(.curses, "Benchmarks", "internal import CNcurses", "CNcurses"),
      Plant(.curses, "Terminal", "import CNcurses"),
      Plant(.testLibraries, "Terminal", "import CPty\nimport CVterm", "CPty", "CVterm"),
      Plant(.testLibraries, "Benchmarks", "import CPty\nimport CVterm", "CVterm"),
      Plant(.pureRoom, "Canvas", "import Glibc", "Glibc"),
      Plant(.pureRoom, "RolecallApp", "import Dispatch\nimport Canvas", "Dispatch"),
      Plant(.pureRoom, "AccessModel", "package import FoundationEssentials"),
      Plant(.pureRoom, "Terminal", "import Glibc"),
    ])
  func imports(plant: Plant) {
    check(plant)
  }

  @Test(
    "code that has no place where it is",
    arguments: [
      Plant(.freeTask, "Terminal", "Task { await a() }", "Task {"),
      Plant(.freeTask, "Terminal", "let a = Task<Void, Never> {", "Task<Void, Never> {"),
      Plant(.freeTask, "Terminal", "Task(priority: .high) {", "Task("),
      Plant(.freeTask, "Terminal", "Task.detached {", "Task.detached"),
      Plant(.freeTask, "Terminal", "Task\n  {", "Task\n  {"),
      Plant(.freeTask, "Terminal", #"print("\(Task { 1 })")"#, "Task {"),
      Plant(.freeTask, "Effects", "Task { await a() }"),
      Plant(.freeTask, "Terminal", "group.addTask { }; BackgroundTask { }; // Task {"),
      Plant(.freeTask, "Terminal", "let a: Task<Void, Never>?; try Task.checkCancellation()"),
      Plant(.freeTask, "Terminal", #"let a = "Task { }""#),
      Plant(.unchecked, "Terminal", "try! a()", "try!"),
      Plant(.unchecked, "Terminal", "a as! B", "as!"),
      Plant(.unchecked, "Terminal", "final class A: @unchecked Sendable {", "@unchecked"),
      Plant(.unchecked, "Terminal", "nonisolated(unsafe) var a", "nonisolated(unsafe)"),
      Plant(.unchecked, "Terminal", "let u = \"http://a\"; try! b()", "try!"),
      Plant(.unchecked, "Terminal", ##"let u = #"a"b\"#; try! b()"##, "try!"),
      Plant(.unchecked, "Terminal", "try? a(); a as? B; b != c; nonisolated func d() {}"),
      Plant(.unchecked, "Terminal", "/// Never try! this.\nlet a = \"as! \\\" try!\""),
      Plant(.pureCode, "RolecallApp", "let now = Date()", "Date()"),
      Plant(.pureCode, "Canvas", "let now: Date = .now; Date.now", "Date.now"),
      Plant(.pureCode, "AccessModel", "Int.random(in: 0..<3)", ".random("),
      Plant(.pureCode, "Terminal", "Date()"),
      Plant(.moduleName, "Terminal", "package enum Terminal {", "Terminal"),
      Plant(.moduleName, "Canvas", "public typealias Canvas = Frame", "Canvas"),
      Plant(.moduleName, "Canvas", "struct CanvasSize {}; class func Canvas() {}"),
      Plant(.length, "Canvas", String(repeating: "a\n", count: 401), "401 lines"),
      Plant(.length, "Canvas", String(repeating: "a\n", count: 400)),
    ])
  func code(plant: Plant) {
    check(plant)
  }

  @Test("every rule has been broken above")
  func complete() {
    // A rule without a plant would be one that nobody knows to work.
    let planted = [
      Rule.arrow, .pureRoom, .pureCode, .foundation, .curses, .testLibraries, .freeTask, .unchecked,
      .length, .moduleName,
    ]
    #expect(Rule.all.map(\.testDescription) == planted.map(\.testDescription))
  }

  private func check(_ plant: Plant) {
    let file = SourceFile(path: plant.path, text: plant.text)
    #expect(plant.rule.breaches(file) == plant.breaches)
  }
}
