import ArgumentParser
import Effects
import Glibc
import LocalTenant

/// `rolecall tenant`: the local tenant without the screens.
struct TenantCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tenant", abstract: "Runs a local tenant for other programs.",
    subcommands: [Serve.self])

  /// `rolecall tenant serve`: serves until it is stopped.
  struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "serve", abstract: "Serves a local tenant on a port of this machine.",
      discussion: """
        The first line on standard output says where, and with which token:
        listening http://127.0.0.1:PORT token TOKEN
        """)

    @Option(help: "The port; 0 lets the system choose.") var port = 0
    @OptionGroup var tenant: LocalTenantOptions

    mutating func validate() throws {
      guard (0...65_535).contains(port) else {
        throw ValidationError("--port takes 0 to 65535.")
      }
    }

    func run() throws {
      let configuration = try tenant.configuration(port: port, now: Surroundings.process.now)
      let server =
        try tenant.keptServer(configuration) ?? TenantServer(configuration: configuration)
      let serving = BackgroundTask {
        try await server.run { address in
          print("listening \(address.url) token \(address.token)")
          fflush(nil)
        }
      }
      do {
        try serving.value()
      } catch {
        throw CommandFailure(
          status: CommandFailure.wrongCall, "port \(port) cannot be served: \(error)",
          "Choose another port, or leave --port out.")
      }
    }
  }
}
