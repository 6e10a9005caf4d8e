/// What was measured of long lists, as a table for people, with what is promised.
struct MembersReport {
  /// What was measured.
  let figures: MembersMeasurement.Figures
  /// How many members the role has.
  let members: Int

  /// How much longer than in an empty list a key may take at p99, in milliseconds.
  private static let allowance = 4.0
  /// What a letter may take, in milliseconds: a frame at 60 a second.
  private static let frame = 16.0

  /// The table and the goals.
  var text: String {
    var table = TextColumns()
    table.append(["key to paint, ms", "keys", "median", "p99", "most"])
    for (words, sample) in [
      ("a letter in an empty list's filter", figures.empty), ("a row down or up", figures.moves),
      ("a page down or up", figures.pages), ("to the last row, to the first", figures.ends),
      ("a letter in the filter", figures.filter),
      ("the same, everybody marked", figures.filterMarked),
      ("a letter, choosing a role", figures.choosing),
    ] {
      table.append([
        words, String(sample.values.count), sample.median.text(digits: 2),
        sample.percentile(99).text(digits: 2), sample.percentile(100).text(digits: 2),
      ])
    }
    let growth = figures.memoryAfter.resident - figures.memoryBefore.resident
    let row = Double(growth) * 1_024 / Double(max(1, members))
    let base = figures.empty.percentile(99)
    let goals = [
      goal(
        "a row or a page, p99, within \(Self.allowance.text(digits: 0)) ms of an empty list's",
        max(figures.moves.percentile(99), figures.pages.percentile(99)) - base < Self.allowance),
      goal(
        "a letter in the filter, p99, under \(Self.frame.text(digits: 0)) ms",
        figures.filter.percentile(99) < Self.frame),
      goal(
        "a letter, choosing a role, p99, under \(Self.frame.text(digits: 0)) ms",
        figures.choosing.percentile(99) < Self.frame),
    ]
    let memory =
      "memory \(figures.memoryBefore.resident) KiB before, \(figures.memoryAfter.resident) KiB with"
      + " all members: \(row.text(digits: 0)) bytes a row"
    return (["", table.text, "", memory, "", "goals"] + goals).joined(separator: "\n")
  }

  private func goal(_ words: String, _ isMet: Bool) -> String {
    "  \(words): \(isMet ? "met" : "NOT MET")"
  }
}
