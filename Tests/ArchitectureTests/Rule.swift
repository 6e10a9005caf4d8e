import Testing

/// A rule of the house that a file can break.
struct Rule: Sendable, CustomTestStringConvertible {
  /// What must not be.
  let testDescription: String
  /// What a file does against it, in a few words each.
  let breaches: @Sendable (SourceFile) -> [String]

  private init(_ name: String, _ breaches: @escaping @Sendable (SourceFile) -> [String]) {
    testDescription = name
    self.breaches = breaches
  }

  /// Which of our targets each target imports; arrows only go down.
  static let arrows: [String: Set<String>] = {
    let rooms: Set<String> = [
      "AccessModel", "Canvas", "Changes", "Credentials", "Effects", "LocalTenant", "ManagementAPI",
      "RequestCode", "RolecallApp", "Terminal",
    ]
    return [
      "rolecall": ["Commands"],
      "Commands": rooms,
      // The pty spawner is a test support target, and starts the programs that are measured.
      "Benchmarks": rooms.union(["Commands", "CPty"]),
      "Effects": ["AccessModel", "Changes", "ManagementAPI", "RolecallApp"],
      "RolecallApp": ["AccessModel", "Canvas", "RequestCode"],
      "Changes": ["AccessModel", "ManagementAPI"],
      "Credentials": ["AccessModel", "ManagementAPI"],
      "ManagementAPI": ["AccessModel", "CZlib"],
      "RequestCode": ["AccessModel"],
      "Terminal": ["Canvas", "CNcurses", "CTerminal"],
      "AccessModel": [], "LocalTenant": [], "Canvas": [], "CNcurses": [], "CTerminal": [],
      "CZlib": [],
    ]
  }()

  /// Our targets: those of the table, and the C libraries that tests alone may use.
  static let ours = Set(arrows.keys).union(["CPty", "CVterm"])

  static let arrow = Rule("imports follow the design's table") { file in
    guard let allowed = arrows[file.target] else { return ["\(file.target) is not in the table"] }
    return file.imports.filter { ours.contains($0) && !allowed.contains($0) && $0 != file.target }
  }

  static let pureRoom = Rule("pure rooms import nothing that does something") { file in
    let pure: Set = ["AccessModel", "Canvas", "RequestCode", "RolecallApp"]
    guard pure.contains(file.target) else { return [] }
    return file.imports.filter { !ours.contains($0) && $0 != "FoundationEssentials" }
  }

  static let pureCode = Rule("pure rooms have no clock, no chance, no files, no environment") {
    file in
    let pure: Set = ["AccessModel", "Canvas", "RequestCode", "RolecallApp"]
    guard pure.contains(file.target) else { return [] }
    return found(
      /\bDate\(\)|\bDate\.now\b|\.now\(\)|\bUUID\(\)|\.random(?:Element)?\(|\.shuffled?\(|\bContinuousClock\b|\bSuspendingClock\b|\bProcessInfo\b|\bFileManager\b|\bReadLine\b|\breadLine\(/,
      in: file)
  }

  static let foundation = Rule("nothing imports the whole of Foundation") { file in
    file.imports.filter { $0 == "Foundation" }
  }

  static let curses = Rule("Terminal alone knows ncurses") { file in
    file.target == "Terminal" ? [] : file.imports.filter { $0 == "CNcurses" }
  }

  static let testLibraries = Rule("test libraries stay in tests, but for the spawner of benchmarks")
  {
    file in
    file.imports.filter { $0 == "CVterm" || ($0 == "CPty" && file.target != "Benchmarks") }
  }

  static let freeTask = Rule("Effects alone starts tasks that no group waits for") { file in
    guard file.target != "Effects" else { return [] }
    return found(
      /\bTask(?:\s*<[^>]*>)?\s*(?:\{|\()|\bTask\s*\.\s*(?:detached|immediate\w*|init)\b/,
      in: file)
  }

  static let unchecked = Rule("nothing is done past the compiler") { file in
    found(
      /\btry!|\bas!|@unchecked\b|\bnonisolated\s*\(\s*unsafe\s*\)|\bunsafeBitCast\b/, in: file
    )
  }

  static let length = Rule("no file is longer than 400 lines") { file in
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
    return lines > 400 ? ["\(lines) lines"] : []
  }

  static let moduleName = Rule("no type is named like its module") { file in
    file.types.filter { $0 == file.target }
  }

  /// Every rule, for Swift files under `Sources`.
  static let all = [
    arrow, pureRoom, pureCode, foundation, curses, testLibraries, freeTask, unchecked, length,
    moduleName,
  ]

  private static func found(_ pattern: Regex<Substring>, in file: SourceFile) -> [String] {
    file.code.matches(of: pattern.matchingSemantics(.unicodeScalar)).map { String($0.output) }
  }
}
