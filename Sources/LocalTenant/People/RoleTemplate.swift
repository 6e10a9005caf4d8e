/// A role that the seeded tenant has.
struct RoleTemplate: Sendable, Equatable {
  var name: String
  var description: String
  /// What the role permits; nil leaves it to the seed.
  var permissions: [Permission]?

  init(_ name: String, _ description: String, _ permissions: [Permission]? = nil) {
    self.name = name
    self.description = description
    self.permissions = permissions
  }
}

extension Permission {
  fileprivate static func billing(_ names: String...) -> [Permission] {
    names.map { Permission(resourceServer: ResourceServer.Acme.billing, name: $0) }
  }

  fileprivate static func people(_ names: String...) -> [Permission] {
    names.map { Permission(resourceServer: ResourceServer.Acme.people, name: $0) }
  }

  fileprivate static func reports(_ names: String...) -> [Permission] {
    names.map { Permission(resourceServer: ResourceServer.Acme.reports, name: $0) }
  }
}

extension RoleTemplate {
  /// The names of the roles that the seed treats apart.
  enum Name {
    static let billingAdmin = "Billing Admin"
    static let support = "Support"
    static let auditor = "Auditor"
    static let employee = "Employee"
    static let contractor = "Contractor"
    static let breakGlass = "Break Glass Admin"
  }

  /// The 80 roles, in the order in which the API lists them.
  static let all: [RoleTemplate] = distinguished + awkward + departments

  private static let distinguished = [
    RoleTemplate(
      Name.billingAdmin, "Refunds, invoices, plan changes",
      Permission.billing("refund:invoices", "delete:invoices", "read:invoices")
        + Permission.reports("read:exports") + Permission.people("read:users")),
    RoleTemplate(
      Name.support, "Reads tickets and users",
      Permission.people("read:tickets", "update:tickets", "read:users")
        + Permission.billing("read:invoices")),
    RoleTemplate(Name.auditor, "Reads the log", Permission.people("read:audit", "read:teams")),
    RoleTemplate(
      Name.employee, "Everyone at acme",
      Permission.people("read:profile", "update:profile", "read:teams")),
    RoleTemplate(
      Name.contractor, "Works for acme for a while", Permission.people("read:profile")),
    RoleTemplate(
      "Owner", "May do everything",
      Permission.people("read:users", "update:users", "invite:users", "offboard:users")
        + Permission.billing("read:plans", "update:plans", "read:ledger")),
    RoleTemplate(
      Name.breakGlass, "Opens everything when all else fails",
      Permission.people("update:users", "offboard:users", "update:payroll")
        + Permission.billing("refund:invoices", "close:ledger")),
    RoleTemplate(
      "Payroll Clerk", "Runs the payroll", Permission.people("read:payroll", "update:payroll")),
  ]

  private static let awkward = [
    RoleTemplate("Member", ""),
    RoleTemplate("مدير الفواتير", "يدير الفواتير والمدفوعات"),
    RoleTemplate("Customer Data Platform Migration Lead", "Moves customers to the new platform"),
    RoleTemplate("viewer", "May look, and no more", []),
  ]
}
