import AccessModel
import Testing

@Suite("Confirming on the command line")
struct CommandConfirmationTests {
  private static let staging = Tenant(domain: "acme-staging.eu.auth0.com", isProduction: false)
  private static let tenant = ConfirmRung.tenantName(.init(name: "acme-prod", id: ""))
  private static let role = ConfirmRung.roleName(.init(name: "Billing Admin", id: ""))
  private static let api = ConfirmRung.apiName(.init(name: "Billing", id: ""))
  private static let count = ConfirmRung.count(.init(name: "2", id: ""))

  private static func verdict(
    _ rung: ConfirmRung, on tenant: Tenant, yes: Bool = true, name: String? = nil,
    reason: String = "", interactive: Bool = false, readOnly: Bool = false
  ) -> CommandConfirmation.Verdict {
    let plan = Plan(id: "p", tenant: tenant, changes: [.removeRole(.admin, from: .ana)])
    let session = Session(tenant: tenant, scopes: nil, isReadOnly: readOnly)
    return CommandConfirmation(
      isYes: yes, name: name, reason: reason, isInteractive: interactive
    ).verdict(on: rung, for: plan, in: session)
  }

  private static func remedy(_ verdict: CommandConfirmation.Verdict) -> String? {
    if case .refuse(let explanation) = verdict { explanation.remedy } else { nil }
  }

  @Test(
    "--yes answers every rung on a loopback tenant", arguments: [tenant, role, api, count, .key])
  func loopback(rung: ConfirmRung) {
    #expect(Self.verdict(rung, on: .loopback) == .confirmed)
  }

  @Test("elsewhere it answers the lower two", arguments: [.production, staging] as [Tenant])
  func lower(tenant: Tenant) {
    #expect(Self.verdict(.key, on: tenant) == .confirmed)
    #expect(Self.verdict(Self.count, on: tenant) == .confirmed)
    for rung in [Self.tenant, Self.role, Self.api] {
      #expect(Self.verdict(rung, on: tenant) != .confirmed)
    }
  }

  @Test("the upper two need the name besides, and the topmost a reason")
  func upper() {
    #expect(
      Self.remedy(Self.verdict(Self.role, on: .production)) == "Add --confirm 'Billing Admin'.")
    #expect(
      Self.remedy(Self.verdict(Self.role, on: .production, name: "acme-prod"))
        == "It takes --confirm 'Billing Admin'.")
    #expect(
      Self.remedy(Self.verdict(Self.role, on: .production, name: "billing admin"))
        == "It takes --confirm 'Billing Admin'.")
    #expect(Self.verdict(Self.role, on: .production, name: "Billing Admin") == .confirmed)
    #expect(Self.verdict(Self.api, on: .production, name: "Billing") == .confirmed)
    #expect(
      Self.remedy(Self.verdict(Self.tenant, on: .production, name: "acme-prod", reason: " \n"))
        == "Add --reason TEXT.")
    #expect(
      Self.verdict(Self.tenant, on: .production, name: "acme-prod", reason: "SEC-418")
        == .confirmed)
  }

  @Test("--confirm without --yes confirms nothing")
  func nameAlone() {
    #expect(
      Self.verdict(
        Self.role, on: .production, yes: false, name: "Billing Admin", interactive: true)
        == .ask(Self.role))
    #expect(
      Self.remedy(Self.verdict(Self.role, on: .production, yes: false, name: "Billing Admin"))
        == "Add --yes and --confirm 'Billing Admin' to confirm.")
  }

  @Test("without --yes somebody is asked, or nothing is done where nobody is there")
  func asked() {
    #expect(Self.verdict(.key, on: .loopback, yes: false, interactive: true) == .ask(.key))
    #expect(Self.remedy(Self.verdict(.key, on: .loopback, yes: false)) == "Add --yes to confirm.")
    #expect(
      Self.remedy(Self.verdict(Self.tenant, on: .loopback, yes: false))
        == "Add --yes to confirm.")
    #expect(
      Self.remedy(Self.verdict(Self.tenant, on: .production, yes: false))
        == "Add --yes, --confirm 'acme-prod' and --reason TEXT to confirm.")
  }

  @Test("read-only confirms nothing, whatever is said; nor does an empty plan")
  func never() {
    #expect(Self.remedy(Self.verdict(.key, on: .loopback, readOnly: true)) != nil)
    let plan = Plan(id: "p", tenant: .loopback, changes: [])
    let verdict = CommandConfirmation(isYes: true, isInteractive: true).verdict(
      on: .key, for: plan, in: Session(tenant: .loopback, scopes: nil))
    #expect(Self.remedy(verdict) != nil)
  }
}
