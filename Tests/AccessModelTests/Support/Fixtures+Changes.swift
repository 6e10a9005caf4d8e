import AccessModel
import FoundationEssentials

extension Organization {
  static let initech = Organization(
    id: OrganizationID("org_initech000000001"), name: "initech", displayName: "Initech")
  static let globex = Organization(
    id: OrganizationID("org_globex0000000002"), name: "globex", displayName: "Globex")
}

extension Change {
  private static let permission = Permission.of(.billing, "read:invoices")

  /// One change of each kind, about Ana, Billing Admin, Initech and the Billing API.
  static let samples: [Change] = [
    .removeRole(.admin, from: .ana), .assignRole(.admin, to: .ana),
    .removeOrganizationRole(.admin, from: .ana, in: .initech),
    .assignOrganizationRole(.admin, to: .ana, in: .initech),
    .revokePermission(permission, from: .ana), .grantPermission(permission, to: .ana),
    .removePermission(permission, from: .admin), .addPermission(permission, to: .admin),
    .deleteRole(.admin),
    .setRBAC(
      of: .billing, to: RBACSetting(enforcesPolicies: false, tokenDialect: "access_token")),
    .revokeAccess(of: .ana),
  ]
}
