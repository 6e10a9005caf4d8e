import AccessModel
import Changes
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

  /// Whether no write may leave this program.
  var isReadOnly: Bool { connection.credentials.session.isReadOnly }

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

  /// Opens the tenant for a command that makes changes; where the session may only read, without a
  /// writer.
  ///
  /// - Parameters:
  ///   - share: How much of the tenant's rate limit is taken, in percent.
  ///   - observer: Told what each answer says about the rate limit.
  ///   - body: What uses it.
  /// - Throws: `CommandFailure` where a call failed, or the journal cannot be used.
  func withWriting<Value: Sendable>(
    share: Int, observer: @escaping @Sendable (RateLimit) -> Void = { _ in },
    _ body: @Sendable (WritableTenant) async throws -> Value
  ) async throws -> Value {
    let token = TokenNotes(connection.credentials)
    let isReadOnly = connection.credentials.session.isReadOnly
    let surroundings = surroundings
    do {
      return try await connection.withClient(observer: observer, tokenObserver: token.note) {
        let client = $0.inBackground(share: share)
        return try await body(
          WritableTenant(
            reader: client, writer: isReadOnly ? nil : client, surroundings: surroundings,
            token: token))
      }
    } catch let error as JournalError {
      throw CommandFailure(error)
    } catch let refusal as RunRefusal {
      throw CommandFailure(status: CommandFailure.wrongCall, refusal.explanation)
    }
  }
}
