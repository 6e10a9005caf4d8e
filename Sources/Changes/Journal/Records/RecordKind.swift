/// What a record of the journal is about; the raw value stands in the file and never changes.
enum RecordKind: String, Codable, CaseIterable {
  /// The file began, and what stood in its place before.
  case opened
  /// A run began.
  case begun
  /// One change of a run's plan.
  case planned
  /// A change was about to be sent.
  case intent
  /// What became of an attempt.
  case answer
  /// What was read of a change.
  case finding
  /// A run came to stand elsewhere.
  case step
  /// Records were emptied.
  case purged
}
