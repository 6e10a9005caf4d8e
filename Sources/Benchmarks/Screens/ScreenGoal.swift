/// What a figure is to be, and whether it is.
struct ScreenGoal {
  /// In words.
  let words: String
  /// `nil` where there is nothing to compare with.
  let isMet: Bool?

  /// One line about it.
  var text: String {
    let state =
      switch isMet {
      case true?: "met"
      case false?: "NOT MET"
      case nil: "not measured: tig is missing"
      }
    return "  \(words): \(state)"
  }

  /// The goals of the screens, for the program's own figures and tig's of the same run.
  static func all(
    own: ScreenFigures, tig: ScreenFigures?, floor: ScreenFigures?
  ) -> [ScreenGoal] {
    let p99 = { (figures: ScreenFigures) in
      "\(figures.name) \(figures.lastByte.percentile(99).text(digits: 2)) ms"
    }
    let p99s = [own, tig, floor].compactMap { $0.map(p99) }.joined(separator: ", ")
    return [
      ScreenGoal(
        words: "first frame, median, at most 1.5 x tig's",
        isMet: tig.map { own.firstFrame.median <= 1.5 * $0.firstFrame.median }),
      ScreenGoal(
        words: "key to last byte, median, at most 2 x tig's",
        isMet: tig.map { own.lastByte.median <= 2 * $0.lastByte.median }),
      ScreenGoal(
        words: "key to last byte, p99, under 2 ms (\(p99s))",
        isMet: own.lastByte.percentile(99) < 2),
      ScreenGoal(words: "a cursor move, median, under 150 bytes", isMet: own.bytes.median < 150),
      ScreenGoal(words: "no wake-up while idle", isMet: own.wakeups.isEmpty),
    ]
  }
}
