import AccessModel
import Credentials
import Effects
import ManagementAPI
import RolecallApp

/// The tenant that the environment names.
struct EnvironmentTenant: Sendable {
  private let surroundings: Surroundings
  private let connection: TenantConnection

  /// Resolves the tenant and where its tokens come from; nothing is sent.
  ///
  /// - Throws: `CommandFailure` where something is missing or does not fit together.
  init(options: TenantOptions, surroundings: Surroundings) throws {
    self.surroundings = surroundings
    var environment = surroundings.environment
    if options.readOnly { environment["ROLECALL_READ_ONLY"] = "1" }
    let credentials: ResolvedCredentials
    do {
      credentials = try CredentialSource(
        environment: environment, usesCommandLineSession: options.usesCommandLineSession
      ).resolve { surroundings.now }
    } catch {
      throw CommandFailure(status: CommandFailure.wrongCall, error.explanation)
    }
    connection = try TenantConnection(
      credentials: credentials, environment: environment, logFile: options.apiLog)
  }

  /// The tenant.
  var tenant: Tenant { connection.credentials.session.tenant }

  /// Shows the screens.
  func showScreens(user: UserID?) throws {
    let session = connection.credentials.session
    try ScreenSession(
      surroundings: surroundings, session: session, title: session.tenant.domain, user: user
    ).run { runner in
      if let failure = await connection.run(runner, announces: false) {
        runner.say(.openingFailed(failure))
        await runner.runWithoutTenant()
      }
    }
  }

  /// Gives something that reads from the tenant to a command.
  ///
  /// - Throws: `CommandFailure` where a call failed.
  func withAccess<Value: Sendable>(
    _ body: @Sendable (any AccessReading) async throws -> Value
  ) async throws -> Value {
    try await connection.withClient { try await body($0) }
  }
}
