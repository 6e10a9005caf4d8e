extension ResourceServer {
  /// The identifiers of the APIs that the seeded tenant has.
  enum Acme {
    static let billing = "https://billing.acme.example/"
    static let people = "https://people.acme.example/"
    static let reports = "https://reports.acme.example/"
  }

  /// The seeded tenant's APIs: two with RBAC, one without, and the Management API itself.
  static func acme(_ random: inout SplitMix64) -> [ResourceServer] {
    [
      ResourceServer(
        id: random.hexadecimal(24), name: "Auth0 Management API", identifier: "",
        scopes: ManagementScope.all.map { Scope(value: $0.value, description: $0.description) },
        tokenLifetime: 86_400, isSystem: true),
      ResourceServer(
        id: random.hexadecimal(24), name: "Billing API", identifier: Acme.billing,
        scopes: billingScopes, tokenLifetime: 86_400, enforcesPolicies: true,
        tokenDialect: "access_token_authz"),
      ResourceServer(
        id: random.hexadecimal(24), name: "People API", identifier: Acme.people,
        scopes: peopleScopes, tokenLifetime: 7200, enforcesPolicies: true,
        tokenDialect: "access_token"),
      ResourceServer(
        id: random.hexadecimal(24), name: "Reports API", identifier: Acme.reports,
        scopes: reportScopes, tokenLifetime: 3600),
    ]
  }

  private static let billingScopes = [
    Scope(value: "read:invoices", description: "Read invoices"),
    Scope(value: "create:invoices", description: "Write invoices"),
    Scope(value: "delete:invoices", description: "Delete invoices"),
    Scope(value: "refund:invoices", description: "Refund what was paid"),
    Scope(value: "read:plans", description: "Read plans and prices"),
    Scope(value: "update:plans", description: "Change plans and prices"),
    Scope(value: "read:payments", description: "Read payments"),
    Scope(value: "capture:payments", description: "Capture authorized payments"),
    Scope(value: "read:disputes", description: "Read disputes"),
    Scope(value: "answer:disputes", description: "Answer disputes"),
    Scope(value: "read:ledger", description: "Read the ledger"),
    Scope(value: "close:ledger", description: "Close a period of the ledger"),
  ]

  private static let peopleScopes = [
    Scope(value: "read:users", description: "Read people's profiles"),
    Scope(value: "update:users", description: "Change people's profiles"),
    Scope(value: "invite:users", description: "Invite people"),
    Scope(value: "offboard:users", description: "Take people off every list"),
    Scope(value: "read:profile", description: "Read one's own profile"),
    Scope(value: "update:profile", description: "Change one's own profile"),
    Scope(value: "read:teams", description: "Read teams"),
    Scope(value: "update:teams", description: "Change teams"),
    Scope(value: "read:tickets", description: "Read tickets"),
    Scope(value: "update:tickets", description: "Answer tickets"),
    Scope(value: "read:audit", description: "Read the audit log"),
    Scope(value: "read:payroll", description: "Read the payroll"),
    Scope(value: "update:payroll", description: "Change the payroll"),
  ]

  private static let reportScopes = [
    Scope(value: "read:exports", description: "Download exports"),
    Scope(value: "create:exports", description: "Start exports"),
    Scope(value: "delete:exports", description: "Delete exports"),
    Scope(value: "read:dashboards", description: "See dashboards"),
    Scope(value: "update:dashboards", description: "Change dashboards"),
    Scope(value: "share:dashboards", description: "Share dashboards"),
    Scope(value: "read:metrics", description: "Query metrics"),
    Scope(value: "schedule:reports", description: "Schedule reports"),
  ]
}
