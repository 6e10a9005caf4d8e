import AccessModel
import Changes
import Effects

/// The journal of the tenant that the environment names, which takes no credential to read.
struct JournalAccess {
  private let surroundings: Surroundings
  private let domain: String

  /// Finds out which tenant is meant; nothing is sent.
  ///
  /// - Throws: `CommandFailure` where none is named.
  init(_ options: TenantOptions, surroundings: Surroundings = .process) throws {
    self.surroundings = surroundings
    if options.usesCommandLineSession {
      domain = try EnvironmentTenant(options: options, surroundings: surroundings).tenant.domain
    } else {
      domain = try surroundings.tenantDomain
    }
  }

  /// Gives the journal to a command.
  ///
  /// - Throws: `CommandFailure` where it cannot be used.
  func read<Value: Sendable>(
    _ body: @escaping @Sendable (Journal) async throws -> Value
  ) throws -> Value {
    let (surroundings, domain) = (surroundings, domain)
    do {
      return try BackgroundTask { try await body(surroundings.journal(of: domain)) }.value()
    } catch let error as JournalError {
      throw CommandFailure(error)
    }
  }
}
