import ArgumentParser
import FoundationEssentials
import LocalTenant

/// What a local tenant is like.
struct LocalTenantOptions: ParsableArguments {
  @Option(help: "How many people it has: 10 to 200,000.") var users = 2_500
  @Option(help: "What its people are drawn from: the same seed, the same people.") var seed:
    UInt64 = 1
  @Option(help: "How many milliseconds each answer takes longer.") var latency = 0
  @Option(help: "Whose rate limit it has: free, essentials or enterprise.")
  var subscription = TenantConfiguration.Subscription.enterprise
  @Option(help: "How many calls a second it takes, in place of the subscription's.")
  var rate: Double?
  @Option(help: "How many calls it takes at once, in place of the subscription's.")
  var burst: Int?
  @Option(
    help: "What goes wrong, such as 5xx=0.02,latency=50..200;seed=7; see docs/local-tenant.md.")
  var faults = ""
  @Option(
    help: """
      Answers that nobody could find out, such as remove-unheld=404,member-lag=2s; see \
      docs/local-tenant.md.
      """)
  var unknowns = ""
  @Option(help: "How long searches lag behind changes, such as 2s.") var searchLag = "0"
  @Option(help: "How long a search may take before it is answered 503, such as 500ms.")
  var searchTimeout = "2s"
  @Option(help: "How long an export of users takes, such as 30s.") var exportDuration = "500ms"
  @Option(
    help: "A file with the public RSA key, as PEM, that client assertions are checked with.")
  var applicationKey: String?
  @Option(help: "A file that keeps the tenant between runs; without it nothing is left behind.")
  var state: String?
  @Flag(help: "Let some users hold more roles than Auth0 allows.") var beyondLimits = false

  mutating func validate() throws {
    guard TenantConfiguration.userRange.contains(users) else {
      throw ValidationError("--users takes 10 to 200000.")
    }
    guard (0...600_000).contains(latency) else {
      throw ValidationError("--latency takes 0 to 600000 milliseconds.")
    }
    if let rate, !(rate > 0 && rate <= 1_000_000) {
      throw ValidationError("--rate takes a number above 0, up to 1000000.")
    }
    if let burst, !(1...1_000_000).contains(burst) {
      throw ValidationError("--burst takes 1 to 1000000.")
    }
  }

  /// What the tenant is to be like.
  ///
  /// - Throws: `CommandFailure`, naming the flag, where one is not understood.
  func configuration(port: Int, now: Date) throws -> TenantConfiguration {
    TenantConfiguration(
      users: users, seed: seed, port: port, latency: .milliseconds(latency),
      subscription: subscription, rate: rate, burst: burst, now: now, beyondLimits: beyondLimits,
      searchLag: try read("--search-lag") { try TenantConfiguration.time(parsing: searchLag) },
      searchTimeout: try read("--search-timeout") {
        try TenantConfiguration.time(parsing: searchTimeout)
      },
      exportDuration: try read("--export-duration") {
        try TenantConfiguration.time(parsing: exportDuration)
      },
      unknowns: try read("--unknowns") {
        try TenantConfiguration.Unknowns(parsing: unknowns)
      },
      faults: try read("--faults") { try TenantConfiguration.Faults(parsing: faults) },
      applicationPublicKey: try publicKey())
  }

  /// The key of ``applicationKey``, where there is one.
  private func publicKey() throws -> String? {
    guard let applicationKey else { return nil }
    let text: String
    do {
      text = String(decoding: try Data(contentsOf: URL(filePath: applicationKey)), as: UTF8.self)
    } catch {
      throw CommandFailure(
        status: CommandFailure.wrongCall, "--application-key: \(applicationKey) cannot be read.")
    }
    return try read("--application-key") { try TenantConfiguration.publicKey(parsing: text) }
  }

  /// Reads the value of a flag, which what goes wrong is told with.
  private func read<Value>(_ flag: String, _ value: () throws -> Value) throws -> Value {
    do {
      return try value()
    } catch {
      throw CommandFailure(status: CommandFailure.wrongCall, "\(flag): \(error)")
    }
  }

  /// The tenant of the state file; `nil` where none is asked for, and its people need to be made up.
  ///
  /// - Throws: `CommandFailure` where the file cannot be used.
  func keptServer(_ configuration: TenantConfiguration) throws -> TenantServer? {
    guard let state else { return nil }
    do {
      return try TenantServer(configuration: configuration, state: state)
    } catch {
      throw CommandFailure(status: CommandFailure.wrongCall, "\(error)")
    }
  }
}

extension TenantConfiguration.Subscription: ExpressibleByArgument {}
