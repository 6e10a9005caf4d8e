import AccessModel
import FoundationEssentials

/// Follows the chain from its first record, and notes where it breaks.
struct ChainWalk {
  private(set) var firstBreak: JournalCheck.Break?
  private var count = 0
  private var hash: Data
  private var emptied: [Int] = []
  private var purges: [JournalPurge] = []
  private var purgedRecords: [ClosedRange<Int>] = []

  init(tenant: String) {
    hash = RecordChain.beginning(tenant: tenant)
  }

  /// Takes the next record.
  mutating func take(number: Int, body: String?, salt: Data?, digest: Data, hash: Data) {
    guard number == count + 1 else {
      firstBreak = JournalCheck.Break(record: number, kind: .missing)
      return
    }
    switch (body, salt) {
    case (let body?, let salt?):
      guard RecordChain.digest(salt: salt, body: body) == digest else {
        return breakHere(.altered)
      }
      note(body)
    case (nil, nil): emptied.append(number)
    default: return breakHere(.altered)
    }
    self.hash = RecordChain.hash(after: self.hash, digest: digest)
    guard self.hash == hash else { return breakHere(.unchained) }
    count = number
  }

  /// Comes to the end: what was written last is known, and who emptied what.
  mutating func end(lastWritten: Int) {
    if lastWritten > count {
      breakHere(.cutOff)
    } else if let lost = emptied.first(where: { number in
      !purgedRecords.contains { $0.contains(number) }
    }) {
      firstBreak = JournalCheck.Break(record: lost, kind: .emptied)
    }
  }

  /// Notes that the record after the last good one does not hold.
  mutating func breakHere(_ kind: JournalCheck.Break.Kind) {
    firstBreak = JournalCheck.Break(record: count + 1, kind: kind)
  }

  /// What was found.
  var check: JournalCheck {
    JournalCheck(
      recordCount: count, purgedCount: emptied.count, head: hash.hexadecimal,
      firstBreak: firstBreak, purges: purges)
  }

  private mutating func note(_ body: String) {
    // Only purges are read; the word may stand in another record as well, which then is none.
    guard body.contains(#""kind":"purged""#),
      let record = try? RecordBody<PurgedContent>(text: body), record.kind == .purged
    else { return }
    purges.append(JournalPurge(record.content, at: record.at))
    purgedRecords += record.content.ranges
  }
}
