/// Presses keys in lists of one program, and reads how much memory a long one takes.
struct MembersMeasurement {
  /// rolecall, on a tenant with the roles.
  let contestant: Contestant
  /// The role that most people hold.
  let role: String
  /// A role that nobody holds.
  let emptyRole: String
  /// How many keys of each kind are pressed.
  let keys: Int

  /// What was measured, in milliseconds from a key to its paint, and in KiB.
  struct Figures {
    /// A letter in the filter of an empty list.
    var empty = Sample()
    /// A row down or up, without scrolling.
    var moves = Sample()
    /// A page down or up.
    var pages = Sample()
    /// To the last row and to the first.
    var ends = Sample()
    /// A letter typed into the filter, or taken out of it.
    var filter = Sample()
    /// The same while everybody is marked.
    var filterMarked = Sample()
    /// A letter typed, or taken out, where roles are chosen.
    var choosing = Sample()
    /// Memory before the members were read.
    var memoryBefore = ProcessFigures.Memory(resident: 0, proportional: 0)
    /// Memory once all of them had been.
    var memoryAfter = ProcessFigures.Memory(resident: 0, proportional: 0)
  }

  private static let escape = "\u{1B}"
  private static let pageDown = "\u{06}"
  private static let pageUp = "\u{02}"
  private static let backspace = "\u{7F}"
  /// How long nothing must come until everything has been read, in milliseconds.
  private static let rest: Int32 = 3_000

  /// The figures.
  func run() throws -> Figures {
    var figures = Figures()
    let run = try contestant.start()
    _ = try run.wait(for: contestant.firstFrame)
    // The first rows come soon after.
    try run.settle(1_000)
    try chooseRoles(run, &figures)
    try walkEmptyList(run, &figures)
    try walkMembers(run, &figures)
    return figures
  }

  private func chooseRoles(_ run: ProgramRun, _ figures: inout Figures) throws {
    try press("\r", run, until: nil)
    try run.settle(1_000)
    try press("a", run, until: "letters")
    try run.settle(1_000)
    for _ in 0..<keys / 20 {
      try typeAndErase("regional", run, &figures.choosing)
      try typeAndErase("t9", run, &figures.choosing)
    }
    try press(Self.escape, run, until: nil)
    try press(Self.escape, run, until: nil)
  }

  private func walkEmptyList(_ run: ProgramRun, _ figures: inout Figures) throws {
    try open(emptyRole, run)
    try press("/", run, until: nil)
    for _ in 0..<keys / 10 { try typeAndErase("anaan", run, &figures.empty) }
    try press(Self.escape, run, until: nil)
    try press(Self.escape, run, until: nil)
  }

  private func walkMembers(_ run: ProgramRun, _ figures: inout Figures) throws {
    let process = ProcessFigures(process: run.process)
    figures.memoryBefore = process.memory
    try open(role, run)
    try run.settle(Self.rest)
    figures.memoryAfter = process.memory
    for _ in 0..<keys / 20 {
      for key in ["j", "k"] {
        for _ in 0..<10 { figures.moves.values.append(try run.press(key).firstByte.milliseconds) }
      }
    }
    for _ in 0..<keys / 20 {
      for key in [Self.pageDown, Self.pageUp] {
        for _ in 0..<10 { figures.pages.values.append(try run.press(key).firstByte.milliseconds) }
      }
    }
    for _ in 0..<keys / 20 {
      for key in ["G", "g"] {
        figures.ends.values.append(try run.press(key).firstByte.milliseconds)
      }
    }
    try press("/", run, until: nil)
    for _ in 0..<keys / 10 { try typeAndErase("anaan", run, &figures.filter) }
    try press(Self.escape, run, until: nil)
    try press("A", run, until: "marked")
    try press("/", run, until: nil)
    for _ in 0..<keys / 10 { try typeAndErase("anaan", run, &figures.filterMarked) }
    try press(Self.escape, run, until: nil)
    // Only where everybody has been read is everybody asked about.
    try press("D", run, until: "Cancel")
  }

  /// Types letters one by one and takes them out again.
  private func typeAndErase(_ text: String, _ run: ProgramRun, _ sample: inout Sample) throws {
    for key in text.map(String.init) + text.map({ _ in Self.backspace }) {
      sample.values.append(try run.press(key).firstByte.milliseconds)
    }
  }

  /// Opens a role from wherever one is.
  private func open(_ role: String, _ run: ProgramRun) throws {
    try press("2", run, until: nil)
    // The roles, and the figures of those in view.
    try run.settle(2_000)
    // What the filter was left with.
    try press(Self.escape, run, until: nil)
    try press("/", run, until: nil)
    try press("\(role)\r", run, until: nil)
    try run.settle(1_000)
    try press("\r", run, until: nil)
    try run.settle(1_000)
  }

  /// Presses a key, and waits for a word of what it shows, where one is given.
  private func press(_ key: String, _ run: ProgramRun, until word: String?) throws {
    try run.send(key)
    if let word { _ = try run.wait(for: [word]) }
    try run.settle(200)
  }
}
