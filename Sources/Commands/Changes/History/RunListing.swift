import AccessModel

/// Runs for people, a line each.
struct RunListing {
  /// The runs, newest first.
  let runs: [RunSummary]

  /// The table.
  var table: String {
    let rows = runs.map { run in
      let found = run.progress.found
      let held = found[.done, default: 0] + found[.alreadySo, default: 0]
      return [
        "\(run.id)", run.begunAt.description, run.state.rawValue,
        "\(held) of \(run.progress.total)", run.beginning.appliedBy.phrase,
        run.beginning.undoes.map(\.description) ?? "",
        run.beginning.repeats.map(\.description) ?? "", run.beginning.reason,
      ]
    }
    return TextTable(
      heads: ["RUN", "BEGUN", "STATE", "DONE", "BY", "TAKES BACK", "REPEATS", "REASON"], rows: rows
    ).text
  }
}
