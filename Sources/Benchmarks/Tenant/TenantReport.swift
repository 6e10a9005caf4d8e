/// The figures of a local tenant as text for people.
struct TenantReport {
  let figures: TenantFigures

  /// The whole report.
  var text: String {
    var table = TextColumns()
    table.append(["", "median", "p99"])
    table.append(["ready after, s", (figures.start.milliseconds / 1000).text(digits: 2), ""])
    for search in figures.searches {
      table.append([
        "\(search.name), ms", search.times.median.text(digits: 1),
        search.times.percentile(99).text(digits: 1),
      ])
    }
    table.append([
      "a user's roles at a pace, ms", figures.roles.median.text(digits: 3),
      figures.roles.percentile(99).text(digits: 3),
    ])
    table.append(["  requests a second", figures.pacedRate.text(digits: 0), ""])
    table.append(["  writes a second", figures.writeRate.text(digits: 0), ""])
    table.append(["a user's roles, as many a second as go", figures.fullRate.text(digits: 0), ""])
    table.append(["resident at first, MiB", mebibytes(figures.memoryAtFirst), ""])
    if let memory = figures.memoryAfterWalk {
      table.append(["resident after \(figures.walked) users, MiB", mebibytes(memory), ""])
    }
    return (["", table.text, "", "goals"] + goals.map(\.text)).joined(separator: "\n")
  }

  private var goals: [ScreenGoal] {
    [
      ScreenGoal(words: "ready in under 5 s", isMet: figures.start < .seconds(5)),
      ScreenGoal(
        words: "each search, p99, under 300 ms",
        isMet: figures.searches.allSatisfy { $0.times.percentile(99) < 300 }),
      ScreenGoal(words: "a user's roles, p99, under 2 ms", isMet: figures.roles.percentile(99) < 2),
      ScreenGoal(
        words: "2,000 requests a second beside 100 writes a second",
        isMet: figures.fullRate >= 2_000 && figures.writeRate >= 99),
      ScreenGoal(
        words: "under 600 MB after a walk over all users",
        isMet: figures.memoryAfterWalk.map { $0.resident * 1_024 < 600_000_000 }),
    ]
  }

  private func mebibytes(_ memory: ProcessFigures.Memory) -> String {
    (Double(memory.resident) / 1024).text(digits: 1)
  }
}
