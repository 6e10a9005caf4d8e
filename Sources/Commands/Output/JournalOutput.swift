import AccessModel
import Changes

/// What checking the journal found, as JSON.
struct JournalCheckOutput: Encodable {
  let holds: Bool
  let records: Int
  let purged: Int
  let head: String
  let breaksAt: Int?
  let problem: String?

  init(_ check: JournalCheck) {
    holds = check.holds
    records = check.recordCount
    purged = check.purgedCount
    head = check.head
    breaksAt = check.firstBreak?.record
    problem = check.holds ? nil : check.sentence
  }

  private enum CodingKeys: String, CodingKey {
    case holds
    case records
    case purged
    case head
    case breaksAt = "breaks_at_record"
    case problem
  }
}

/// What a purge did, as JSON.
struct JournalPurgeOutput: Encodable {
  let at: Timestamp
  let records: Int
  let keptRuns: [RunNumber]

  init(_ purge: JournalPurge) {
    at = purge.at
    records = purge.recordCount
    keptRuns = purge.keptRuns
  }

  private enum CodingKeys: String, CodingKey {
    case at
    case records
    case keptRuns = "kept_runs"
  }
}
