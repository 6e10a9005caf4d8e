/// The figures of several programs as a table for people.
struct ScreensReport {
  /// The program's own figures first.
  let figures: [ScreenFigures]
  /// The command that measured them.
  let command: ScreensCommand

  /// A row of the table: its words, the figure, and how many digits of it tell something.
  private struct Row {
    let words: String
    let digits: Int
    /// Whether it is about keys, and the floor has a figure as well.
    var isAboutKeys = false
    let figure: (ScreenFigures) -> Double
  }

  private var rows: [Row] {
    [
      Row(words: "first frame, median, ms", digits: 1) { $0.firstFrame.median },
      Row(words: "first frame, p95, ms", digits: 1) { $0.firstFrame.percentile(95) },
      Row(words: "first rows, median, ms", digits: 1) { $0.firstRows.median },
      Row(words: "first rows, p95, ms", digits: 1) { $0.firstRows.percentile(95) },
      keys("key to first byte, median, ms") { $0.firstByte.median },
      keys("key to first byte, p99, ms") { $0.firstByte.percentile(99) },
      keys("key to last byte, median, ms") { $0.lastByte.median },
      keys("key to last byte, p99, ms") { $0.lastByte.percentile(99) },
      keys("its own work for a key, median, ms") { $0.running.median },
      keys("its own work for a key, p99, ms") { $0.running.percentile(99) },
      keys("its wait for a processor, p99, ms") { $0.waiting.percentile(99) },
      keys("bytes for a cursor move, median", digits: 0) { $0.bytes.median },
      Row(words: "resident, first screen, MiB", digits: 1) { $0.memoryAtFirst.resident.mebibytes },
      Row(words: "of it its own share (PSS), MiB", digits: 1) {
        $0.memoryAtFirst.proportional.mebibytes
      },
      Row(words: "resident, after 200 moves, MiB", digits: 1) { $0.memoryLater.resident.mebibytes },
      Row(words: "of it its own share (PSS), MiB", digits: 1) {
        $0.memoryLater.proportional.mebibytes
      },
      Row(words: "wake-ups in \(command.idle) s of nothing", digits: 0) {
        Double($0.wakeups.reduce(0, +))
      },
    ]
  }

  private func keys(
    _ words: String, digits: Int = 3, figure: @escaping (ScreenFigures) -> Double
  ) -> Row {
    Row(words: words, digits: digits, isAboutKeys: true, figure: figure)
  }

  /// The whole report.
  var text: String {
    let own = figures.first
    let tig = figures.first { $0.name == "tig" }
    let floor = figures.first(where: \.isFloor)
    // What the program's figures are set in relation to.
    let others = [tig, floor].compactMap(\.self)
    var table = TextColumns()
    table.append([""] + figures.map(\.name) + others.map { "rolecall / \($0.name)" })
    for row in rows {
      let figure = { (figures: ScreenFigures) in
        figures.isFloor && !row.isAboutKeys ? Double.nan : row.figure(figures)
      }
      let ratios = others.map { other in
        own.map { (figure($0) / figure(other)).text(digits: 2) } ?? ""
      }
      table.append([row.words] + figures.map { figure($0).text(digits: row.digits) } + ratios)
    }
    let goals = own.map { ScreenGoal.all(own: $0, tig: tig, floor: floor) } ?? []
    return (["", table.text, "", "goals"] + goals.map(\.text)).joined(separator: "\n")
  }
}

extension Int {
  /// Of so many KiB.
  fileprivate var mebibytes: Double { Double(self) / 1024 }
}
