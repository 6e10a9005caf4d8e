import FoundationEssentials
import Hummingbird
import Logging
import NIOCore

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
  private let authority = TokenAuthority()
  private let audience = TenantAudience()
  private let recorder = RequestRecorder()
  private let codes = DeviceCodes()
  private let secret = TokenAuthority.newSecret()

  private let file: StateFile?

  /// Makes a tenant with its people, which does not listen yet.
  package init(configuration: TenantConfiguration) {
    self.configuration = configuration
    file = nil
    store = TenantStore(TenantSeeder(configuration).state(), configuration)
  }

  /// Makes the tenant that a file keeps; where there is no file yet, a new one for it.
  ///
  /// While the tenant runs the file is brought up to date about once a second, and when it ends.
  /// The configuration's number of people, seed and day count for a new tenant alone.
  ///
  /// - Throws: ``StateFileError`` for a file that holds no tenant; it is never written over.
  package init(configuration: TenantConfiguration, state path: String) throws(StateFileError) {
    self.configuration = configuration
    let file = StateFile(path: path)
    self.file = file
    let kept = try file.load()
    store = TenantStore(
      kept?.state ?? TenantSeeder(configuration).state(), configuration, notBefore: kept?.now)
  }

  /// Serves until the task is cancelled, and then returns as if nothing had happened.
  ///
  /// - Parameter onListening: Called once, as soon as the port is bound.
  /// - Throws: What keeps the tenant from listening, such as a port that is taken, or from being
  ///   kept, such as a full disk.
  package func run(
    onListening: @escaping @Sendable (TenantAddress) async -> Void
  ) async throws {
    await authority.prepare()
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    let application = application { port.yield($0) }
    do {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await application.run() }
        if let file {
          group.addTask { try await StateKeeper(file: file, store: self.store).run() }
        }
        group.addTask {
          for await port in ports { await onListening(try await self.opened(on: port)) }
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
    guard let own = self.audience.value else { throw NotListening() }
    return try await authority.token(
      issuer: own.replacing("/api/v2/", with: "/"), audience: [audience ?? own],
      scopes: scopes ?? ManagementScope.all.map(\.value), lifetime: lifetime, now: clock.now)
  }

  /// The tenant has no port yet, and so no audience.
  package struct NotListening: Error, Equatable {}

  private var clock: TenantClock { TenantClock(skew: configuration.faults.skew) }

  private func opened(on port: Int) async throws -> TenantAddress {
    var address = TenantAddress(port: port)
    audience.value = address.audience
    let origin = address.url
    store.write { $0.setOrigin(origin) }
    address.token = try await token()
    address.clientID = ClientApplication.management.id
    address.clientSecret = secret
    return address
  }

  private func application(
    onPort: @escaping @Sendable (Int) -> Void
  ) -> some ApplicationProtocol {
    let clock = clock
    let management = ManagementEndpoint(
      store: store, authority: authority,
      rateLimit: RateLimit(LimitTable(configuration), skew: configuration.faults.skew),
      audience: audience, clock: clock)
    let open = PublicEndpoint(
      store: store, authority: authority, codes: codes, secret: secret,
      assertions: configuration.applicationPublicKey.map { ClientAssertion(publicKey: $0) },
      clock: clock)
    return Application(
      responder: TenantResponder(
        management: management, open: open, recorder: recorder, configuration: configuration),
      configuration: ApplicationConfiguration(
        address: .hostname("127.0.0.1", port: configuration.port)),
      onServerRunning: { channel in
        if let port = channel.localAddress?.port { onPort(port) }
      },
      logger: Logger(label: "LocalTenant") { _ in SwiftLogNoOpLogHandler() })
  }
}
