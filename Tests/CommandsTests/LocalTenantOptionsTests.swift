import ArgumentParser
import FoundationEssentials
import LocalTenant
import Testing

@testable import Commands

@Suite("The local tenant's flags")
struct LocalTenantOptionsTests {
  private static let now = Date(timeIntervalSince1970: 1_780_315_200)

  private static func configuration(_ arguments: [String]) throws -> TenantConfiguration {
    try LocalTenantOptions.parse(arguments).configuration(port: 4400, now: now)
  }

  @Test("Without flags a tenant is as most want it")
  func none() throws {
    #expect(try Self.configuration([]) == TenantConfiguration(port: 4400, now: Self.now))
  }

  @Test("Each flag says something of the tenant")
  func all() throws {
    let configuration = try Self.configuration([
      "--users", "10", "--seed", "7", "--latency", "20", "--subscription", "free", "--rate", "3",
      "--burst", "4", "--faults", "5xx=0.5;seed=2", "--unknowns", "remove-unheld=404,member-lag=2s",
      "--search-lag", "250ms", "--search-timeout", "3s", "--export-duration", "0",
      "--beyond-limits",
    ])
    #expect(
      configuration
        == TenantConfiguration(
          users: 10, seed: 7, port: 4400, latency: .milliseconds(20), subscription: .free, rate: 3,
          burst: 4, now: Self.now, beyondLimits: true, searchLag: .milliseconds(250),
          searchTimeout: .seconds(3), exportDuration: .zero,
          unknowns: try TenantConfiguration.Unknowns(
            parsing: "remove-unheld=404,member-lag=2s"),
          faults: try TenantConfiguration.Faults(parsing: "5xx=0.5;seed=2")))
  }

  @Test(
    "What is not understood is named, with its flag",
    arguments: [
      (
        ["--unknowns", "remove-unheld=1"], #"--unknowns: "remove-unheld=1" is not one of 204, 404"#
      ),
      (["--unknowns", "x=1"], #"--unknowns: "x" is unknown; there are remove-unheld"#),
      (["--faults", "5xx"], #"--faults: "5xx" is not of the form name=value"#),
      (["--search-lag", "2h"], #"--search-lag: "2h" is not a time such as 250ms or 2s"#),
      (["--search-timeout", "x"], #"--search-timeout: "x" is not a time"#),
      (["--export-duration", "s"], #"--export-duration: "s" is not a time"#),
      (["--application-key", "/nonexistent"], "--application-key: /nonexistent cannot be read."),
      (["--application-key", "/proc/self/status"], "does not begin a public RSA key"),
    ])
  func wrong(arguments: [String], message: String) throws {
    do {
      _ = try Self.configuration(arguments)
      Issue.record("\(arguments) passes")
    } catch let failure as CommandFailure {
      #expect(failure.status == CommandFailure.wrongCall)
      #expect(failure.lines.first?.contains(message) == true, "\(failure.lines)")
    }
  }

  @Test(
    "Flags of TLS without TLS are refused",
    arguments: [["--tls-ca", "x"], ["--tls-name", "x"], ["--port", "70000"], ["--users", "1"]])
  func refused(arguments: [String]) {
    #expect(throws: (any Error).self) { try TenantCommand.Serve.parse(arguments) }
  }

  @Test("A key that is one is taken")
  func key() throws {
    var random = SystemRandomNumberGenerator()
    let path = "/tmp/local-tenant-key-\(random.next())"
    try Data(Self.publicKey.utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let configuration = try Self.configuration(["--application-key", path])
    #expect(configuration.applicationPublicKey == Self.publicKey)
  }

  private static let publicKey = """
    -----BEGIN PUBLIC KEY-----
    MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAoUJTSHLTrHhU2PSSJbdJ
    rkBHm2x2IzC5UfdQSFHGdDDe0+DZkOIMxc+yTvNn9ZZy7msH4NTsvEe04HhNmshG
    PX6qMmxPaIx5WjUehwzPsiF0Ai4ZkAil74NhW4jFHRUBHKeguUXl0EUUUQ6hQkjR
    xB0QbHGwKfyjqO4JTSeTY0uQkM+ggEK5wz78Eku52Ieb7SMz5qWc0dirFeesUYDM
    SIiTnyvkQhnth5ATNa3SBsF1uUuZohRNBVa8Xd+wbfQxvT2TjGSPEvJpMh4YvQNq
    uNbMtyyShWDCARUL+wxT0d4XjJbWtQMW9XI4iTamLh+/N1UgqPkPy5HkJBfe/PpM
    QwIDAQAB
    -----END PUBLIC KEY-----
    """
}
