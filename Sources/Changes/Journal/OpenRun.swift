package import AccessModel

/// A run that this process carries out, and no other; each method returns when its records are on disk.
///
/// The plan's lock goes back when the run comes to its end, when ``close()`` says so, or with the process.
package final class OpenRun: Sendable {
  /// The run's number.
  package let number: RunNumber
  private let journal: Journal
  private let lock: RunLock

  init(_ number: RunNumber, journal: Journal, lock: RunLock) {
    self.number = number
    self.journal = journal
    self.lock = lock
  }

  /// Puts on disk that changes are about to be sent; only then may their request leave.
  ///
  /// - Throws: ``JournalError``; then nothing may be sent.
  package func intend(_ intents: [ChangeIntent]) async throws(JournalError) {
    try await append(.intent, intents, change: \.change)
  }

  /// Puts on disk what became of attempts.
  package func record(_ answers: [ChangeAnswer]) async throws(JournalError) {
    try await append(.answer, answers, change: \.change)
  }

  /// Puts on disk what was read of changes; of several findings about one the last counts.
  package func record(_ findings: [ChangeFinding]) async throws(JournalError) {
    try await append(.finding, findings, change: \.change)
  }

  /// Puts on disk where the run stands; one that cannot go on is closed with it.
  ///
  /// - Parameters:
  ///   - state: Where it stands now.
  ///   - reason: Why, in a sentence.
  ///   - person: Who goes on with it, where somebody does.
  package func step(
    _ state: RunState, reason: String? = nil, by person: RunOperator? = nil
  ) async throws(JournalError) {
    let step = RunStep(state, reason: reason, by: person, at: journal.now())
    try await journal.records.append([
      try RecordBody(.step, at: step.at, run: number, step).text()
    ])
    if !state.canGoOn { close() }
  }

  /// Gives the plan's lock back; the run itself stands where its last step says.
  package func close() { lock.release() }

  private func append<Content: Codable & Sendable>(
    _ kind: RecordKind, _ contents: [Content], change: (Content) -> Int
  ) async throws(JournalError) {
    let time = journal.now()
    var bodies: [String] = []
    bodies.reserveCapacity(contents.count)
    for content in contents {
      bodies.append(
        try RecordBody(kind, at: time, run: number, change: change(content), content).text())
    }
    try await journal.records.append(bodies)
  }
}
