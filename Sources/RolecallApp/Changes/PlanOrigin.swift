package import AccessModel
import Canvas

/// The run on record that a plan comes from: what is done about that run, and what is left as it is.
package struct PlanOrigin: Hashable, Sendable {
  /// What is done about the run.
  package enum Purpose: Hashable, Sendable {
    /// It is taken back.
    case undo
    /// What of it was never accepted is repeated, as a run of its own.
    case retry
    /// It is gone on with: the whole of it, of which nothing is sent but what was decided so.
    case resume(ResumeOffer)
  }

  /// What is done about it.
  package var purpose: Purpose
  /// The run.
  package var run: RunNumber
  /// What becomes of its changes, each way in a line.
  package var findings: [String] = []
  /// What is left out, each in a line with its reason.
  package var leftOut: [String]
  /// What is to be thought of before, each in a line: roles that give more now than then, what is not
  /// known.
  package var warnings: [String] = []

  /// What is said where the tenant's log does not tell what others decided since; `nil` where it does.
  static func unread(_ error: APIError?) -> [String] {
    guard let error else { return [] }
    return ["What others decided since: \(UserGroups.words(error, .listLogs))"]
  }

  /// How many of those left out are named.
  static let named = 5

  /// What the question says of it.
  var lines: [Line] {
    let lead =
      switch purpose {
      case .undo: "It takes back run \(run), by what is so now"
      case .retry: "It repeats what of run \(run) was never accepted, by what is so now"
      case .resume: "It goes on with run \(run), by what is so now"
      }
    var lines = [Line(lead, .muted)]
    lines += findings.map { Line($0, .muted, indentation: 2, hanging: 2) }
    lines += warnings.map { Line("! \($0)", .danger, hanging: 2) }
    guard !leftOut.isEmpty else { return lines }
    lines.append(Line("\(leftOut.count.of("change")) left out:", .warning))
    lines += leftOut.prefix(Self.named).map { Line($0, .warning, indentation: 2, hanging: 2) }
    let rest = leftOut.count - Self.named
    if rest > 0 { lines.append(Line("and \(rest.grouped) more", .warning, indentation: 2)) }
    if case .resume = purpose {
      lines.append(Line("They stay open; o on the run asks about them again.", .muted))
    }
    return lines
  }
}
