import AccessModel
import ArgumentParser
import Changes
import Credentials
import Effects
import ManagementAPI
import RolecallApp

/// A tenant that was resolved from credentials, and the client for it.
struct TenantConnection: Sendable {
  /// Where it is, and where its tokens come from.
  let credentials: ResolvedCredentials
  /// How it is reached.
  let network: NetworkSettings
  /// Where its calls are noted.
  let log: APILog
  /// What the program takes from around it.
  var surroundings = Surroundings.process
  /// Whether nothing of it is left behind: then no journal is either.
  var leavesNothing = false

  /// A tenant that is reached straight, without a file of its calls.
  init(
    credentials: ResolvedCredentials, surroundings: Surroundings = .process,
    leavesNothing: Bool = false
  ) {
    self.credentials = credentials
    self.surroundings = surroundings
    self.leavesNothing = leavesNothing
    network = NetworkSettings()
    log = APILog()
  }

  /// A tenant that is reached as an environment says.
  ///
  /// - Parameter logFile: A file that takes each call as a line of JSON.
  /// - Throws: `CommandFailure` where the environment's settings cannot be followed, or the file cannot be
  ///   the log.
  init(
    credentials: ResolvedCredentials, environment: [String: String], logFile: String?
  ) throws(CommandFailure) {
    self.credentials = credentials
    do {
      network = try NetworkSettings(environment: environment)
    } catch {
      throw CommandFailure(status: CommandFailure.wrongCall, error.description)
    }
    do {
      log = APILog(
        file: try logFile.map { path throws(APILogFile.Failure) in try APILogFile(path: path) })
    } catch {
      throw CommandFailure(
        status: CommandFailure.wrongCall, "The API log \(logFile ?? "") \(error.description).")
    }
  }

  /// How long what must be complete waits for the tenant's rate limit.
  private static let patience = Duration.seconds(60)
  /// How many percent of the tenant's rate limit the figures beside a list may take.
  private static let backgroundShare = 50
  /// How many percent of it a run of many takes, as on the command line.
  private static let bulkShare = 75

  /// Runs effects on the tenant until no more come; says why where that is not possible.
  ///
  /// - Parameter announces: Whether the app still has to be told that the tenant is open.
  func run(_ runner: EffectRunner, announces: Bool) async -> Explanation? {
    let settings = ClientSettings(network: network, log: log) { runner.say(.rateLimit($0)) }
    let credentials = credentials
    // What a token may do is known once it is there, which can be after the first frame.
    let learn: @Sendable (AccessToken) -> Void = { token in
      let session = credentials.session(with: token)
      if session != credentials.session { runner.say(.opened(session)) }
    }
    do {
      try await ManagementClient.withClient(
        endpoint: credentials.endpoint, source: credentials.source, settings: settings,
        tokenObserver: learn
      ) { client in
        if announces { runner.say(.opened(credentials.session)) }
        let patient = client.waiting(atMost: Self.patience)
        await runner.run(
          on: TenantAccess(
            session: credentials.session, reader: client, patientReader: patient,
            backgroundReader: client.inBackground(share: Self.backgroundShare), writer: patient,
            bulk: client.inBackground(share: Self.bulkShare),
            log: log, journal: journal, person: person))
      }
      return nil
    } catch {
      return Explanation(
        "The connection to \(credentials.session.tenant.domain) cannot be set up: \(error).",
        "Start again.")
    }
  }

  /// Where runs on the tenant are put on record.
  private var journal: JournalSource {
    let tenant = credentials.session.tenant
    let version = RolecallCommand.configuration.version
    return leavesNothing
      ? .temporary(tenant: tenant.domain, version: version)
      : .kept(tenant: tenant, environment: surroundings.environment, version: version)
  }

  /// Who runs plans.
  private var person: RunOperator {
    .ofThisProcess(
      tokenSubject: credentials.token?.claims?.subject,
      clientID: credentials.token?.claims?.clientID,
      version: RolecallCommand.configuration.version)
  }

  /// Gives a client for the tenant to a command.
  ///
  /// - Parameters:
  ///   - observer: Told what each answer says about the rate limit.
  ///   - tokenObserver: Told each token that was obtained.
  func withClient<Value: Sendable>(
    observer: @escaping @Sendable (RateLimit) -> Void = { _ in },
    tokenObserver: @escaping @Sendable (AccessToken) -> Void = { _ in },
    _ body: @Sendable (ManagementClient) async throws -> Value
  ) async throws -> Value {
    do {
      return try await ManagementClient.withClient(
        endpoint: credentials.endpoint, source: credentials.source,
        settings: ClientSettings(network: network, log: log, observer: observer),
        tokenObserver: tokenObserver
      ) { try await body($0.waiting(atMost: Self.patience)) }
    } catch let error as APIError {
      throw CommandFailure(error, tenant: credentials.session.tenant)
    } catch let fault as NetworkSettings.Fault {
      throw CommandFailure(status: CommandFailure.wrongCall, fault.description)
    }
  }
}
