import ArgumentParser
import Effects
import FoundationEssentials
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
        The second one has an application that can ask for tokens at /oauth/token:
        application CLIENT_ID secret SECRET
        With --tls it is https, and clients have to be given the authority that --tls-ca writes.
        """)

    @Option(help: "The port; 0 lets the system choose.") var port = 0
    @Flag(help: "Serve https, with an authority that is made for this run, and HTTP/2.")
    var tls = false
    @Option(help: "A file to write the authority's certificate to, as PEM, for clients to trust.")
    var tlsCa: String?
    @Option(help: "A name the certificate is for besides 127.0.0.1; can be given several times.")
    var tlsName: [String] = []
    @OptionGroup var tenant: LocalTenantOptions

    mutating func validate() throws {
      guard (0...65_535).contains(port) else {
        throw ValidationError("--port takes 0 to 65535.")
      }
      guard tls || (tlsCa == nil && tlsName.isEmpty) else {
        throw ValidationError("--tls-ca and --tls-name need --tls.")
      }
    }

    func run() throws {
      var configuration = try tenant.configuration(port: port, now: Surroundings.process.now)
      configuration.tls = try secured()
      let server =
        try tenant.keptServer(configuration) ?? TenantServer(configuration: configuration)
      let path = tlsCa
      let serving = BackgroundTask {
        try await server.run { address in
          if let path, let authority = address.certificateAuthority {
            try Self.write(authority, to: path)
          }
          print("listening \(address.url) token \(address.token)")
          print("application \(address.clientID) secret \(address.clientSecret)")
          fflush(nil)
        }
      }
      let signals = EndSignals { serving.cancel() }
      defer { signals.stop() }
      do {
        try serving.value()
      } catch let failure as CommandFailure {
        throw failure
      } catch let error as StateFileError {
        throw CommandFailure(status: 1, "\(error)")
      } catch {
        throw CommandFailure(
          status: CommandFailure.wrongCall, "port \(port) cannot be served: \(error)",
          "Choose another port, or leave --port out.")
      }
    }

    private func secured() throws -> TenantConfiguration.TLS? {
      guard tls else { return nil }
      do {
        return tlsName.isEmpty
          ? TenantConfiguration.TLS() : try TenantConfiguration.TLS(names: tlsName)
      } catch {
        throw CommandFailure(status: CommandFailure.wrongCall, "--tls-name: \(error)")
      }
    }

    private static func write(_ authority: String, to path: String) throws {
      do {
        try Data(authority.utf8).write(to: URL(filePath: path))
      } catch {
        throw CommandFailure(
          status: CommandFailure.wrongCall, "--tls-ca: \(path) cannot be written.")
      }
    }
  }
}
