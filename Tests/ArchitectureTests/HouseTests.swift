import Testing

@Suite("The house")
struct HouseTests {
  @Test("every file under Sources keeps every rule", arguments: Rule.all)
  func rules(rule: Rule) throws {
    for file in try SourceTree.sources.get() {
      let breaches = rule.breaches(file)
      #expect(breaches.isEmpty, "\(file.path): \(breaches.joined(separator: ", "))")
    }
  }

  @Test("the C files are short as well")
  func lengths() throws {
    for file in try SourceTree.files(under: "Sources", endings: ["c", "h"]) {
      #expect(Rule.length.breaches(file).isEmpty, "\(file.path)")
    }
  }

  @Test("the rules read the files that they are about")
  func found() throws {
    let files = try SourceTree.sources.get()
    #expect(files.count > 100)
    let targets = Set(files.map(\.target))
    #expect(
      targets.isSuperset(of: ["AccessModel", "Canvas", "Effects", "RolecallApp", "Terminal"]))
    let curses = files.filter { $0.imports.contains("CNcurses") }
    #expect(!curses.isEmpty)
    let tasks = files.filter { $0.target == "Effects" && $0.code.contains("Task.detached") }
    #expect(!tasks.isEmpty)
  }

  @Test("the table's arrows only go down")
  func noCycle() {
    var rest = Rule.arrows
    while !rest.isEmpty {
      let floor = rest.filter { _, imports in imports.allSatisfy { rest[$0] == nil } }.map(\.key)
      guard !floor.isEmpty else {
        Issue.record("a circle among \(rest.keys.sorted())")
        return
      }
      for room in floor { rest[room] = nil }
    }
  }
}
