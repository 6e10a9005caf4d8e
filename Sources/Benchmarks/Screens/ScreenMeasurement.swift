import Glibc

/// Measures programs side by side: each round gives every program its turn, so that whatever else
/// the machine does falls on all of them alike.
struct ScreenMeasurement {
  /// Who is measured.
  let contestants: [Contestant]
  /// How often each is started.
  let starts: Int
  /// How many keys each is given.
  let keys: Int
  /// How long each is left alone, in seconds.
  let idle: Int

  /// After how many movements memory is read again.
  static let movements = 200
  /// How far the cursor goes before it turns; the rows fit on the screen.
  private static let stretch = 20

  /// The figures, in the order of the contestants.
  func run() throws -> [ScreenFigures] {
    var figures = contestants.map { ScreenFigures(name: $0.name, isFloor: $0.isFloor) }
    for _ in 0..<starts {
      for index in contestants.indices where !contestants[index].isFloor {
        try measureStart(of: index, &figures[index])
      }
    }
    let runs = try contestants.indices.map { try open(contestants[$0], &figures[$0]) }
    for round in 0..<keys / Self.stretch {
      for index in runs.indices {
        try move(runs[index], down: round.isMultiple(of: 2), &figures[index])
        if (round + 1) * Self.stretch == Self.movements {
          figures[index].memoryLater = ProcessFigures(process: runs[index].process).memory
        }
      }
    }
    for index in runs.indices where !contestants[index].isFloor {
      try rest(runs[index], &figures[index])
    }
    return figures
  }

  private func measureStart(of index: Int, _ figures: inout ScreenFigures) throws {
    let contestant = contestants[index]
    let run = try contestant.start()
    let frame = try run.wait(for: contestant.firstFrame).milliseconds
    figures.firstFrame.values.append(frame)
    let rows = try run.wait(for: contestant.firstRows)
    figures.firstRows.values.append(contestant.firstRows.isEmpty ? frame : rows.milliseconds)
    // What follows is no part of the start, and must not disturb the next one.
    try run.settle(30)
  }

  private func open(_ contestant: Contestant, _ figures: inout ScreenFigures) throws -> ProgramRun {
    let run = try contestant.start()
    _ = try run.wait(for: contestant.firstFrame + contestant.firstRows)
    try run.settle(500)
    figures.memoryAtFirst = ProcessFigures(process: run.process).memory
    return run
  }

  private func move(_ run: ProgramRun, down: Bool, _ figures: inout ScreenFigures) throws {
    let process = ProcessFigures(process: run.process)
    var before = process.threadTime
    for _ in 0..<Self.stretch {
      let repaint = try run.press(down ? "j" : "k")
      // Looked at once the program is at rest again: it never stands in the way of a key.
      let after = process.threadTime
      figures.running.values.append((after - before).running.milliseconds)
      figures.waiting.values.append((after - before).waiting.milliseconds)
      before = after
      figures.firstByte.values.append(repaint.firstByte.milliseconds)
      figures.lastByte.values.append(repaint.lastByte.milliseconds)
      figures.bytes.values.append(Double(repaint.bytes))
    }
  }

  private func rest(_ run: ProgramRun, _ figures: inout ScreenFigures) throws {
    try run.settle(1_000)
    let process = ProcessFigures(process: run.process)
    let before = process.switches
    sleep(UInt32(idle))
    figures.wakeups = process.switches.map { $1 - (before[$0] ?? 0) }.filter { $0 > 0 }
  }
}
