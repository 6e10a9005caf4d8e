import AccessModel
import ArgumentParser
import FoundationEssentials

/// `rolecall revoke-access`: ends users' sessions and refresh tokens.
struct RevokeAccessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke-access", abstract: "Ends a user's sessions and refresh tokens.",
    discussion: """
      The user has to sign in again everywhere. Access tokens already issued live on until they end, and
      no role changes. Nothing takes it back.
      """)

  @Option(
    parsing: .singleValue,
    help:
      "A user id or an email; id: or email: before it settles doubt. Can be given several times.")
  var user: [String]
  @OptionGroup var options: RunOptions
  @OptionGroup var tenant: TenantOptions

  mutating func validate() throws {
    guard !user.isEmpty else { throw ValidationError("Say whose: --user.") }
  }

  func run() throws {
    let surroundings = Surroundings.process
    let session = try ChangesSession(options, tenant, surroundings: surroundings)
    let selection = UserSelection.named(user.map(UserSelector.init(typed:)))
    let reason = options.reason
    try session.carryOut { tenant in
      let users = try await selection.users(in: tenant.reader, tell: ChangesSession.tell)
      return PlanDraft(
        Plan(
          id: surroundings.runName, tenant: tenant.session.tenant,
          changes: users.map { .revokeAccess(of: $0) }, reason: reason))
    }
  }
}
