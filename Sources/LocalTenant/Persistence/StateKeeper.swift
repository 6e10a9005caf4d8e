/// Keeps a tenant's file up to date while the tenant runs.
struct StateKeeper: Sendable {
  let file: StateFile
  let store: TenantStore

  /// Saves a while after each change, until the task is cancelled, and then once more.
  func run() async throws {
    var saved: Int?
    var pause = Duration.seconds(1)
    while !Task.isCancelled {
      do {
        try await Task.sleep(for: pause)
      } catch {
        break
      }
      let revision = store.revision
      guard revision != saved else { continue }
      let spent = try ContinuousClock().measure { try save() }
      saved = revision
      // A large tenant takes a while to write: most of the time is to be left for its calls.
      pause = max(.seconds(1), spent * 10)
    }
    if store.revision != saved { try save() }
  }

  private func save() throws {
    let now = store.now
    try file.save(store.read { TenantSnapshot($0, now: now) })
  }
}
