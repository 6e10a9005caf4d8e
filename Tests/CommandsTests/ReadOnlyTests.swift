import AccessModel
import ArgumentParser
import FoundationEssentials
import Testing

@testable import Commands

@Suite("Read-only, from the environment to the writer that there is not")
struct ReadOnlyTests {
  private static let domain = "127.0.0.1:9"

  /// An environment with a token that belongs to the tenant; nobody listens there, and nobody is asked.
  private static func environment(_ readOnly: String?) -> [String: String] {
    let payload = Data(#"{"aud":"http://\#(domain)/api/v2/"}"#.utf8).base64EncodedString()
    var environment = [
      "AUTH0_DOMAIN": domain, "AUTH0_API_TOKEN": "e30.\(payload.filter { $0 != "=" }).none",
    ]
    environment["ROLECALL_READ_ONLY"] = readOnly
    return environment
  }

  @Test(
    "Where nothing may be written, a command is given no writer",
    arguments: [
      (nil, [], true), ("0", [], true), ("", [], true), ("1", [], false), ("yes", [], false),
      (nil, ["--read-only"], false), ("0", ["--read-only"], false), ("1", ["--read-only"], false),
    ] as [(String?, [String], Bool)])
  func writer(variable: String?, arguments: [String], hasWriter: Bool) async throws {
    let tenant = try EnvironmentTenant(
      options: TenantOptions.parse(arguments),
      surroundings: Surroundings(environment: Self.environment(variable)))
    #expect(tenant.isReadOnly == !hasWriter)
    try await tenant.withWriting(share: 75) {
      #expect(($0.writer != nil) == hasWriter)
      #expect($0.session.isReadOnly == !hasWriter)
    }
  }

  @Test(
    "Each command is known to only read, or else has to be refused where nothing may be written")
  func commands() {
    let names = RolecallCommand.configuration.subcommands.compactMap {
      $0.configuration.commandName
    }
    let reading = [
      "browse", "open", "demo", "tenant", "users", "roles", "history", "code", "picture",
    ]
    let writing = ["remove", "assign", "apply", "resume", "retry", "undo", "revoke-access"]
    #expect(names.sorted() == (reading + writing).sorted())
  }
}
