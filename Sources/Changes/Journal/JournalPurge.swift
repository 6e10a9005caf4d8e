package import AccessModel

/// What a purge did; a record of it stays in the journal.
package struct JournalPurge: Hashable, Sendable {
  /// What was asked.
  package enum Scope: String, Hashable, Sendable, Codable {
    /// All runs that came to their end before a moment.
    case before
    /// All about one user.
    case user
  }

  /// What was asked.
  package var scope: Scope
  /// The moment, where one was named.
  package var before: Timestamp?
  /// When it was done.
  package var at: Timestamp
  /// How many records were emptied.
  package var recordCount: Int
  /// Runs that it would have concerned, and that may still go on: they were left as they are.
  package var keptRuns: [RunNumber]
  /// Who did it.
  package var by: RunOperator
}
