/// What checking the journal's chain found.
package struct JournalCheck: Hashable, Sendable {
  /// Where the chain breaks.
  package struct Break: Hashable, Sendable {
    /// What does not hold.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
      /// What the record says is not what was written.
      case altered
      /// The record does not follow upon the one before.
      case unchained
      /// Records before this one are gone.
      case missing
      /// The last records are gone.
      case cutOff
      /// The record was emptied, and no purge is on record that did it.
      case emptied
      /// The file itself is damaged there.
      case unreadable
    }

    /// The number of the first record that does not hold.
    package var record: Int
    /// What does not hold.
    package var kind: Kind
  }

  /// How many records there are.
  package var recordCount: Int
  /// How many of them were emptied by a purge.
  package var purgedCount: Int
  /// The last record's hash in hexadecimal; noted elsewhere it shows later that none was replaced.
  package var head: String
  /// The first record that does not hold; `nil` where all do.
  package var firstBreak: Break?
  /// Each purge that is on record.
  package var purges: [JournalPurge]

  /// Whether every record holds.
  package var holds: Bool { firstBreak == nil }

  /// The finding in a sentence.
  package var sentence: String {
    guard let firstBreak else {
      return "All \(recordCount) records hold; the last one's hash is \(head)."
    }
    let number = firstBreak.record
    return switch firstBreak.kind {
    case .altered: "Record \(number) does not say what was written."
    case .unchained: "Record \(number) does not follow upon the one before."
    case .missing: "Records are missing before record \(number)."
    case .cutOff: "The journal ends before record \(number), which was written."
    case .emptied: "Record \(number) was emptied, and no purge on record did it."
    case .unreadable: "The file is damaged: record \(number) cannot be read."
    }
  }
}
