/// That somebody decided about a subject after a run began: it is not for that run to decide it again.
package enum LaterDecision: Hashable, Sendable {
  /// A later run of this program, by its id.
  case run(String)
  /// A write of somebody else, by its entry in the tenant's log.
  case log(String)

  /// What other runs decided since a run began, the latest of each subject.
  ///
  /// A change decides where it was carried out, where it may have been, and where it was found to be so
  /// already: somebody wanted it to be so.
  ///
  /// - Parameters:
  ///   - run: The run that is to be taken back or gone on with.
  ///   - others: Other runs of the same tenant, in any order.
  package static func decisions(
    after run: RunRecord, in others: [RunRecord]
  ) -> [Change.Subject: LaterDecision] {
    var latest: [Change.Subject: (moment: Timestamp, run: String)] = [:]
    for other in others where other.id != run.id && other.tenant == run.tenant {
      for entry in other.entries {
        switch entry.fate {
        case .notSent, .refused: continue
        case .alreadySo, .accepted, .uncertain: break
        }
        let moment = entry.attempts.last?.at ?? other.startedAt
        guard moment >= run.startedAt, let subject = try? entry.record.change().subject else {
          continue
        }
        if let known = latest[subject], known.moment > moment { continue }
        latest[subject] = (moment, other.id)
      }
    }
    return latest.mapValues { .run($0.run) }
  }
}
