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
    let figure: (ScreenFigures) -> Double
  }

  private var rows: [Row] {
    [
      Row(words: "first frame, median, ms", digits: 1) { $0.firstFrame.median },
      Row(words: "first frame, p95, ms", digits: 1) { $0.firstFrame.percentile(95) },
      Row(words: "first rows, median, ms", digits: 1) { $0.firstRows.median },
      Row(words: "first rows, p95, ms", digits: 1) { $0.firstRows.percentile(95) },
      Row(words: "key to first byte, median, ms", digits: 3) { $0.firstByte.median },
      Row(words: "key to first byte, p99, ms", digits: 3) { $0.firstByte.percentile(99) },
      Row(words: "key to last byte, median, ms", digits: 3) { $0.lastByte.median },
      Row(words: "key to last byte, p99, ms", digits: 3) { $0.lastByte.percentile(99) },
      Row(words: "bytes for a cursor move, median", digits: 0) { $0.bytes.median },
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

  /// The whole report.
  var text: String {
    let own = figures.first
    let tig = figures.first { $0.name == "tig" }
    var table = TextColumns()
    table.append([""] + figures.map(\.name) + (tig == nil ? [] : ["rolecall / tig"]))
    for row in rows {
      var cells = figures.map { row.figure($0).text(digits: row.digits) }
      if let own, let tig { cells.append((row.figure(own) / row.figure(tig)).text(digits: 2)) }
      table.append([row.words] + cells)
    }
    let goals = own.map { ScreenGoal.all(own: $0, tig: tig) } ?? []
    return (["", table.text, "", "goals"] + goals.map(\.text)).joined(separator: "\n")
  }
}

extension Int {
  /// Of so many KiB.
  fileprivate var mebibytes: Double { Double(self) / 1024 }
}
