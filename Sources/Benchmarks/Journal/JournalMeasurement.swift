import AccessModel
import Changes
import FoundationEssentials
import Glibc
import Synchronization

/// Runs of simulated calls, each of which is written down before it leaves and after it came back.
///
/// The call is a wait, and takes nothing from the machine: what remains is what the journal costs.
struct JournalMeasurement {
  private let changes: Int
  private let inFlight: Int
  private let ahead: Int
  private let place: String
  private let journal: Journal
  private let planned: [JournaledChange]

  init(changes: Int, inFlight: Int, ahead: Int, folder: String) throws {
    (self.changes, self.inFlight, self.ahead) = (changes, inFlight, ahead)
    place = folder + "/journal-benchmark-\(getpid())"
    journal = try Journal.open(
      tenant: "benchmark", in: StateFolder(at: place), version: "benchmark",
      now: { Timestamp(Date()) })
    planned = (0..<changes).map { index in
      var record = ChangeRecord(kind: .removeRole)
      record.user = ChangeRecord.UserThen(
        id: UserID("auth0|63d17c50e99d3933\(index)"), name: "Person \(index)",
        createdAt: Timestamp(milliseconds: 1_700_000_000_000))
      record.role = ChangeRecord.RoleThen(id: RoleID("rol_5aKnIv5mMzYXbtIN"), name: "Admin")
      return JournaledChange(record)
    }
  }

  /// Removes what was written.
  func clear() {
    try? FileManager.default.removeItem(atPath: place)
  }

  /// How many milliseconds it takes to write 4 KiB through to the disk, the median of 50.
  func sync() throws -> Double {
    let descriptor = open(place + "/sync", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw BenchmarkError("The folder cannot be written.") }
    defer { close(descriptor) }
    let bytes = [UInt8](repeating: 1, count: 4_096)
    let times = (0..<50).map { index in
      ContinuousClock().measure {
        _ = pwrite(descriptor, bytes, bytes.count, index * 4_096)
        fdatasync(descriptor)
      }.milliseconds
    }
    return Sample(values: times).median
  }

  /// Changes a second with a journal that is a list in memory.
  func memory(latency: Duration) async throws -> Double {
    let entries = MemoryJournal()
    let slots = CallSlots(inFlight)
    return try await throughput { change in
      entries.append(intent(change))
      try await slots.hold { try await Task.sleep(for: latency) }
      entries.append(answer(change))
    }
  }

  /// Changes a second with the journal on disk, from the first intent to the last answer on record.
  func disk(latency: Duration) async throws -> Double {
    let person = RunOperator(
      userName: "benchmark", userNumber: 0, host: "here", process: Int(getpid()), version: "0")
    let name = "\(ContinuousClock.now)"
    let run = try await journal.begin(
      RunBeginning(planID: name, planSHA256: name, appliedBy: person), changes: planned)
    let slots = CallSlots(inFlight)
    let result = try await throughput { change in
      try await run.intend([intent(change)])
      try await slots.hold { try await Task.sleep(for: latency) }
      try await run.record([answer(change)])
    }
    try await run.step(.done)
    return result
  }

  private func throughput(
    _ call: @escaping @Sendable (Int) async throws -> Void
  ) async throws -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    try await withThrowingTaskGroup(of: Void.self) { group in
      for change in 0..<changes {
        if change >= inFlight + ahead { try await group.next() }
        group.addTask { try await call(change) }
      }
      try await group.waitForAll()
    }
    return Double(changes) / (start.duration(to: clock.now) / .seconds(1))
  }
}

private func intent(_ change: Int) -> ChangeIntent {
  ChangeIntent(
    change: change, attempt: 1, correlationID: "rc-7f3a91c2-\(change)",
    before: ChangeReading(held: true))
}

private func answer(_ change: Int) -> ChangeAnswer {
  ChangeAnswer(
    change: change, attempt: 1, result: .accepted, status: 204, requestID: "8a7f3c21bd90-\(change)",
    tenantTime: Timestamp(milliseconds: 1_764_000_000_000))
}

/// A journal that is lost with the process.
private final class MemoryJournal: Sendable {
  private struct Entries {
    var intents: [ChangeIntent] = []
    var answers: [ChangeAnswer] = []
  }

  private let entries = Mutex(Entries())

  func append(_ intent: ChangeIntent) { entries.withLock { $0.intents.append(intent) } }
  func append(_ answer: ChangeAnswer) { entries.withLock { $0.answers.append(answer) } }
}
