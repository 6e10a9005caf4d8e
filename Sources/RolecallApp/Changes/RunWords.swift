import AccessModel
import Canvas

/// How a run on record is spoken of.
struct RunWords {
  /// Where it stands, and how many of its changes.
  let state: String
  /// How that looks.
  let role: StyleRole

  init(_ run: RunSummary) {
    let found = run.progress.found
    let trouble = [.failed, .notInEffect, .unknown].reduce(0) { $0 + (found[$1] ?? 0) }
    let made = found[.done] ?? 0
    let undo = run.beginning.undoes.map { "takes back \($0), " } ?? ""
    let retry = run.beginning.repeats.map { "repeats \($0), " } ?? ""
    let counts =
      "\(undo)\(retry)\(made.grouped) of \(run.progress.total.grouped)"
      + (trouble > 0 ? ", \(trouble.grouped) failed" : "")
    switch run.state {
    case .open:
      state = "running: \(counts)"
      role = .accent
    case .paused:
      state = "⏸ paused: \(counts)"
      role = .warning
    case .interrupted:
      state = "! interrupted: \(counts)"
      role = .danger
    case .done:
      state = trouble > 0 ? "! done: \(counts)" : "✓ done: \(counts)"
      role = trouble > 0 ? .warning : .ok
    case .cancelled:
      state = "stopped: \(counts)"
      role = .warning
    }
  }
}
