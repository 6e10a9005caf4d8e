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
    ["Run \(number): \(decisions.count.counted("change")):"]
      + decisions.counts(of: changes).map { "  \($0.count): \($0.words)" }
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
}
