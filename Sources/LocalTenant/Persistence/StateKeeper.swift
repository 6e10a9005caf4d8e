import Synchronization

/// Keeps a tenant's file up to date while the tenant runs.
final class StateKeeper: Sendable {
  private let file: StateFile
  private let store: TenantStore
  private let saved = Mutex<Int?>(nil)

  init(file: StateFile, store: TenantStore) {
    self.file = file
    self.store = store
  }

  /// Saves a while after each change, until the task is cancelled.
  func run() async throws {
    var pause = Duration.seconds(1)
    while !Task.isCancelled {
      do {
        try await Task.sleep(for: pause)
      } catch {
        break
      }
      let spent = try ContinuousClock().measure { try finish() }
      // A large tenant takes a while to write: most of the time is to be left for its calls.
      pause = max(.seconds(1), spent * 10)
    }
  }

  /// Saves what was changed since the last time.
  ///
  /// - Throws: ``StateFileError`` where the file cannot be written.
  func finish() throws(StateFileError) {
    let revision = store.revision
    guard revision != saved.withLock({ $0 }) else { return }
    let now = store.now
    try file.save(store.read { TenantSnapshot($0, now: now) })
    saved.withLock { $0 = revision }
  }
}
