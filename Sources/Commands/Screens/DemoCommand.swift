import AccessModel
import ArgumentParser
import Credentials
import Effects
import LocalTenant
import ManagementAPI
import RolecallApp

/// `rolecall demo`: a local tenant in this process, which leaves nothing behind, and the screens on it.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Opens the screens on a local tenant with seeded people.",
    discussion: "The tenant lives in this process; without --state nothing of it is left behind."
  )

  @OptionGroup var tenant: LocalTenantOptions
  @Flag(help: "Refuse every write.") var readOnly = false

  func run() throws {
    try ScreenSession.requireTerminal()
    let surroundings = Surroundings.process
    let configuration = try tenant.configuration(port: 0, now: surroundings.now)
    let kept = try tenant.keptServer(configuration)
    let isReadOnly = readOnly
    try ScreenSession(surroundings: surroundings, title: "local tenant").run { runner in
      // People are made up beside the first frame, not before it.
      let server = kept ?? TenantServer(configuration: configuration)
      await Self.serve(server, surroundings, isReadOnly: isReadOnly, runner)
    }
  }

  /// Runs the tenant for as long as the screens want something of it.
  private static func serve(
    _ server: TenantServer, _ surroundings: Surroundings, isReadOnly: Bool,
    _ runner: EffectRunner
  ) async {
    let failure = await withTaskGroup(of: Explanation?.self) { group in
      let (addresses, listening) = AsyncStream.makeStream(of: TenantAddress.self)
      group.addTask {
        defer { listening.finish() }
        do {
          try await server.run { listening.yield($0) }
          return nil
        } catch {
          return Explanation(
            "The local tenant cannot start: \(error).", "Close what uses its port, or try again.")
        }
      }
      group.addTask {
        for await address in addresses {
          return await show(address, surroundings, isReadOnly: isReadOnly, runner)
        }
        return nil
      }
      // Whichever ends first ends both: the screens when the person is done, the tenant when it fails.
      let first = await group.next() ?? nil
      group.cancelAll()
      return first
    }
    guard let failure else { return }
    runner.say(.openingFailed(failure))
    await runner.runWithoutTenant()
  }

  private static func show(
    _ address: TenantAddress, _ surroundings: Surroundings, isReadOnly: Bool,
    _ runner: EffectRunner
  ) async -> Explanation? {
    var environment = [
      "AUTH0_DOMAIN": address.domain, "AUTH0_API_TOKEN": address.token,
    ]
    for name in ["ROLECALL_PRIVILEGED_ROLES", "ROLECALL_READ_ONLY"] {
      environment[name] = surroundings.environment[name]
    }
    if isReadOnly { environment["ROLECALL_READ_ONLY"] = "1" }
    do {
      let credentials = try CredentialSource(environment: environment)
        .resolve { surroundings.now }
      return await TenantConnection(
        credentials: credentials, surroundings: surroundings, leavesNothing: true
      ).run(runner, announces: true)
    } catch {
      return error.explanation
    }
  }
}
