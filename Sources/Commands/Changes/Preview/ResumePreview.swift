import AccessModel

/// What going on with a run, or repeating its failures, would do, for a person to read before.
struct ResumePreview: Sendable {
  /// The run.
  let number: RunNumber
  /// Its changes; `nil` for one whose record cannot be understood.
  let changes: [Change?]
  /// What becomes of each.
  let decisions: [ResumeDecision]
  /// Why the tenant's log does not tell what others decided since; `nil` where it was read.
  let decisionsUnread: APIError?

  /// All of it, a line each.
  var lines: [String] {
    var counts: [(words: String, count: Int)] = []
    for (place, decision) in decisions.enumerated() {
      let words = words(of: decision, place)
      if let known = counts.firstIndex(where: { $0.words == words }) {
        counts[known].count += 1
      } else {
        counts.append((words, 1))
      }
    }
    return ["Run \(number): \(decisions.count.counted("change")):"]
      + counts.map { "  \($0.count): \($0.words)" }
      + (decisionsUnread.map { [$0.decisionsLine] } ?? [])
  }

  /// What a person has to say, by the place of the change.
  var questions: [(place: Int, question: String)] {
    decisions.indices.filter { decisions[$0] == .askPerson }.map { place in
      let change = changes.indices.contains(place) ? changes[place] : nil
      let role = change?.role?.displayName ?? ""
      let user = change?.user?.id.rawValue ?? ""
      let kind = change?.kind.rawValue ?? "change"
      return (
        place, "Nobody knows whether this was done: \(kind) \(role) \(user)."
      )
    }
  }

  private func words(of decision: ResumeDecision, _ place: Int) -> String {
    guard changes.indices.contains(place), let change = changes[place] else {
      return "the journal's record of it cannot be understood"
    }
    return decision.words(for: change)
  }
}
