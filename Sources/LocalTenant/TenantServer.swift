import FoundationEssentials

/// An Auth0 tenant on this machine: a Management API on loopback, over seeded people.
///
/// Nothing of it is ever written to standard output or standard error, and it leaves signals
/// alone, so that it can run in a process that draws on the terminal.
///
/// ```swift
/// let server = TenantServer(configuration: TenantConfiguration(users: 50))
/// try await server.run { address in print(address.url) }
/// ```
package final class TenantServer: Sendable {
  /// What the tenant was made from.
  package let configuration: TenantConfiguration

  let store: TenantStore
  let authority = TokenAuthority()
  let issuers = TenantIssuers()
  let connections = OpenConnections()
  let recorder = RequestRecorder()
  let codes = DeviceCodes()
  let secret = TokenAuthority.newSecret()

  private let file: StateFile?
  private let lock: StateLock?

  /// Makes a tenant with its people, which does not listen yet.
  package init(configuration: TenantConfiguration) {
    self.configuration = configuration
    file = nil
    lock = nil
    store = TenantStore(TenantSeeder(configuration).state(), configuration)
  }

  /// Makes the tenant that a file keeps; where there is no file yet, a new one for it.
  ///
  /// While the tenant runs the file is brought up to date about once a second, and when it ends.
  /// The configuration's number of people, seed and day count for a new tenant alone.
  ///
  /// - Throws: ``StateFileError`` for a file that holds no tenant, which is never written over, and
  ///   for one that another tenant has in use.
  package init(configuration: TenantConfiguration, state path: String) throws(StateFileError) {
    self.configuration = configuration
    let file = StateFile(path: path)
    self.file = file
    let lock = StateLock(stateFile: path)
    self.lock = lock
    try lock.acquire()
    let kept = try file.load()
    store = TenantStore(
      kept?.state ?? TenantSeeder(configuration).state(), configuration, notBefore: kept?.now)
  }

  /// Serves until the task is cancelled, and then returns as if nothing had happened.
  ///
  /// That takes up to a second where connections are in the middle of something.
  ///
  /// - Parameter onListening: Called once, as soon as the port is bound; what it throws ends the tenant.
  /// - Throws: What keeps the tenant from listening, such as a port that is taken, or from being
  ///   kept, such as a full disk; and what `onListening` throws.
  package func run(
    onListening: @escaping @Sendable (TenantAddress) async throws -> Void
  ) async throws {
    try lock?.acquire()
    defer { lock?.release() }
    try await authority.prepare()
    let certificates = try configuration.tls.map { try TenantCertificates(names: $0.names) }
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    let service = OrderlyService(
      application(certificates) { port.yield($0) }, connections: connections, logger: Self.logger)
    let keeper = file.map { StateKeeper(file: $0, store: store) }
    do {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await service.run() }
        if let keeper { group.addTask { try await keeper.run() } }
        group.addTask {
          for await port in ports {
            try await onListening(self.opened(on: port, certificates))
          }
        }
        // Only the failure of one of them, or a cancellation, ends the others.
        defer { port.finish() }
        do {
          try await group.next()
        } catch {
          group.cancelAll()
          throw error
        }
        group.cancelAll()
        port.finish()
        try await group.waitForAll()
      }
    } catch {
      guard Task.isCancelled, !(error is StateFileError) else { throw error }
    }
    // Calls that were under way when the task was cancelled have been answered by now.
    try keeper?.finish()
  }

  /// The latest 10,000 requests, as they were received, the oldest of them first; the status of
  /// one that got no answer is 0.
  package func recordedRequests() async -> [RecordedRequest] {
    recorder.requests
  }

  /// A token of this tenant.
  ///
  /// - Parameters:
  ///   - scopes: What it grants; every scope unless given.
  ///   - lifetime: How long it is valid; a negative one makes a token that has expired.
  ///   - audience: Who it is for; this tenant's Management API unless given.
  /// - Throws: ``NotListening`` as long as the tenant has no port.
  package func token(
    scopes: [String]? = nil, lifetime: Duration = .seconds(86_400), audience: String? = nil
  ) async throws -> String {
    guard let own = issuers.own else { throw NotListening() }
    return try await authority.token(
      issuer: own, audience: [audience ?? TenantIssuers.audience(own)],
      scopes: scopes ?? ManagementScope.all.map(\.value), lifetime: lifetime, now: clock.now)
  }

  /// The tenant has no port yet, and so no audience.
  package struct NotListening: Error, Equatable {}
}
