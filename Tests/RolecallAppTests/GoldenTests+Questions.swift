import AccessModel
import Canvas
import RolecallApp
import Testing

extension GoldenTests {
  private static func question(
    _ name: String, _ tenant: FixtureTenant = .local, sizes: [Size] = [normal],
    theme: Theme = .dark, of user: UserID = FixtureTenant.ana.id, keys: String = "d",
    isArmed: Bool = true, then more: String = "",
    facts: @escaping @Sendable (inout RemovalFacts) -> Void = { _ in }
  ) -> Moment {
    Moment(name: "question-\(name)", sizes: sizes, theme: theme) { size, theme in
      let driver = AppDriver.onRoles(
        of: user, tenant, columns: size.columns, rows: size.rows, theme: theme)
      driver.press(keys)
      driver.answerFacts(facts)
      if isArmed, driver.frame.hold != nil { driver.settle() }
      driver.press(more)
      return driver
    }
  }

  private static let error = FixtureTenant.forbidden(.listUserRoles, "read:roles")

  static let questionMoments: [Moment] = [
    Moment(name: "question-reading", sizes: readable) { size, theme in
      let driver = AppDriver.onRoles(
        .production, columns: size.columns, rows: size.rows, theme: theme)
      driver.press("d")
      return driver
    },
    question("unarmed", isArmed: false),
    question("armed", sizes: readable),
    question("remove-focused", then: "<tab><tab>"),
    question("light", theme: .light),
    question("monochrome", theme: .monochrome),
    question("production", .production, sizes: readable),
    question("production-monochrome", .production, theme: .monochrome),
    question(
      "last-holder", .production.with { $0.holders[Role.billingAdmin.id] = 1 }, sizes: readable,
      then: "<tab>Billing"),
    question(
      "last-holder-typed", .local.with { $0.holders[Role.billingAdmin.id] = 1 },
      then: "<tab>Billing Admin<enter>SEC-418<enter>"),
    question(
      "refused", .local.with { $0.holders[Role.billingAdmin.id] = 1 }, sizes: readable,
      then: "<tab><tab><tab><enter>"),
    question("rbac-off", .local.with { $0.granted = [:] }, sizes: readable),
    question("two-roles", keys: "<space><space>d"),
    question(
      "several-production", .production, sizes: readable, keys: "<space><space><space><space>d",
      then: "<tab>acme-p"),
    question(
      "same-email",
      .production.with { $0.held[FixtureTenant.anaAtGoogle.id] = [.billingAdmin] },
      sizes: readable),
    question(
      "many-permissions",
      .local.with { tenant in
        tenant.given[Role.billingAdmin.id] = (10..<50).map {
          Permission(
            name: "do:thing-\($0)", apiName: "Billing API",
            apiIdentifier: "https://billing.acme.example")
        }
      }, sizes: readable),
    question(
      "hostile",
      .production.with {
        $0.held[UserID("auth0|1008")] = [.disguised]
        $0.organizations[UserID("auth0|1008")] = [
          Organization(id: OrganizationID("org_1"), name: "x", displayName: "‮evil\u{7}")
        ]
      }, sizes: readable, of: UserID("auth0|1008")),
    question(
      "long-names", .production.with { $0.held[FixtureTenant.long.id] = [.long] },
      sizes: readable, of: FixtureTenant.long.id),
    question("unreadable", sizes: readable) {
      $0.heldRoles = .unknown(error)
      $0.sameEmail = .unknown(error)
      $0.permissions = .unknown(error)
      $0.holders = [:]
      $0.rolePermissions = [:]
      $0.apis = .unknown(error)
      $0.organizations = .unknown(error)
    },
    question("role-vanished") { $0.heldRoles = .known([.support]) },
    question("user-deleted") {
      $0.user = .unknown(APIError(.notFound, .getUser, status: 404))
      $0.heldRoles = .unknown(APIError(.notFound, .listUserRoles, status: 404))
      $0.permissions = .unknown(APIError(.notFound, .listUserPermissions, status: 404))
    },
    question("read-only", .local.with { $0.session.isReadOnly = true }, then: "y"),
    question(
      "missing-scope",
      .local.with { $0.session.scopes = [Scope.readUsers.rawValue] }, sizes: readable),
  ]
}
