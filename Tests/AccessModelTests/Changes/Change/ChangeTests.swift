import AccessModel
import Testing

@Suite("A change")
struct ChangeTests {
  @Test("there is a sample of each kind, and each is told from all others")
  func kinds() {
    #expect(Set(Change.samples.map(\.kind)) == Set(Change.Kind.allCases))
    #expect(Set(Change.samples.map(\.identity)).count == Change.samples.count)
    #expect(Set(Change.Kind.allCases.map(\.rawValue)).count == Change.Kind.allCases.count)
  }

  @Test("what decides one question is one subject, whichever way it is decided")
  func subjects() {
    // Removed and assigned, revoked and granted, taken from a role and added to it.
    #expect(Set(Change.samples.map(\.subject)).count == 7)
    for change in Change.samples {
      guard let inverse = change.inverse(before: .notRead).change else { continue }
      #expect(inverse.subject == change.subject)
      #expect(inverse.identity != change.identity)
      #expect(inverse.grants != change.grants)
    }
  }

  @Test("names are no part of what a change is")
  func identity() {
    let user = User(id: User.ana.id, name: "Renamed")
    let role = Role(id: Role.admin.id, name: "Renamed")
    let organization = Organization(
      id: Organization.initech.id, name: "renamed", displayName: "Renamed")
    #expect(
      Change.removeRole(role, from: user).identity
        == Change.removeRole(.admin, from: .ana).identity)
    #expect(
      Change.removeOrganizationRole(role, from: user, in: organization).identity
        == Change.removeOrganizationRole(.admin, from: .ana, in: .initech).identity)
    #expect(
      Change.removeOrganizationRole(.admin, from: .ana, in: .globex).identity
        != Change.removeOrganizationRole(.admin, from: .ana, in: .initech).identity)
    #expect(
      Change.removeOrganizationRole(.admin, from: .ana, in: .globex).identity
        != Change.removeRole(.admin, from: .ana).identity)
    let on = RBACSetting(enforcesPolicies: true, tokenDialect: nil)
    let off = RBACSetting(enforcesPolicies: false, tokenDialect: nil)
    #expect(
      Change.setRBAC(of: .billing, to: on).identity
        == Change.setRBAC(of: .billing, to: off).identity)
  }

  @Test("what it grants or takes, whose access it touches, and what the token needs")
  func facts() {
    let facts = Change.samples.map {
      "\($0.kind.rawValue) \($0.grants ? "+" : "-") \($0.cost) \($0.scopes.joined(separator: " "))"
        + " / \($0.scopesOfInverse(before: .notRead)?.joined(separator: " ") ?? "none")"
    }
    #expect(
      facts == [
        "remove_role - user update:users / update:users create:role_members",
        "assign_role + user update:users create:role_members / update:users",
        "remove_organization_role - member delete:organization_member_roles"
          + " / create:organization_member_roles",
        "assign_organization_role + member create:organization_member_roles"
          + " / delete:organization_member_roles",
        "revoke_permission - user update:users / update:users",
        "grant_permission + user update:users / update:users",
        "remove_role_permission - holders update:roles / update:roles",
        "add_role_permission + holders update:roles / update:roles",
        "delete_role - role delete:roles / none",
        "set_rbac + api update:resource_servers / none",
        "revoke_access - sessions delete:sessions delete:refresh_tokens / none",
      ])
  }

  @Test("the inverse of an inverse is the change itself, where there is one")
  func involution() {
    for change in Change.samples {
      guard case .exact(let inverse) = change.inverse(before: .notRead) else { continue }
      #expect(inverse.inverse(before: .notRead) == .exact(change))
    }
  }

  @Test("nothing takes back a deleted role, ended sessions, and what was so already")
  func irrevocable() {
    #expect(
      Change.deleteRole(.admin).inverse(before: .held(true)) == .none(.deletedRoleGetsNewID))
    #expect(
      Change.revokeAccess(of: .ana).inverse(before: .notRead) == .none(.endedSessionsStayEnded))
    #expect(
      Change.removeRole(.admin, from: .ana).inverse(before: .held(false)) == .none(.wasAlreadySo))
    #expect(
      Change.assignRole(.admin, to: .ana).inverse(before: .held(true)) == .none(.wasAlreadySo))
    #expect(
      Change.removeRole(.admin, from: .ana).inverse(before: .held(true))
        == .exact(.assignRole(.admin, to: .ana)))
  }

  /// An API's RBAC: how it was, what it is set to, and what takes that back.
  struct Setting: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var before: HeldBefore
    var wanted: RBACSetting
    var inverse: Change.Inverse
  }

  private static func rbac(_ enforces: Bool, _ dialect: String? = nil) -> RBACSetting {
    RBACSetting(enforcesPolicies: enforces, tokenDialect: dialect)
  }

  @Test(
    "an API's RBAC is put back as it was read",
    arguments: [
      Setting(
        testDescription: "not read", before: .notRead, wanted: rbac(true),
        inverse: .none(.settingBeforeUnknown)),
      Setting(
        testDescription: "off to on, the dialect left alone", before: .rbac(rbac(false)),
        wanted: rbac(true), inverse: .exact(.setRBAC(of: .billing, to: rbac(false)))),
      Setting(
        testDescription: "the dialect is left alone, and so it is not put back",
        before: .rbac(rbac(false, "access_token_authz")),
        wanted: rbac(true), inverse: .exact(.setRBAC(of: .billing, to: rbac(false)))),
      Setting(
        testDescription: "both set", before: .rbac(rbac(false, "rfc9068_profile")),
        wanted: rbac(true, "access_token_authz"),
        inverse: .exact(.setRBAC(of: .billing, to: rbac(false, "rfc9068_profile")))),
      Setting(
        testDescription: "a dialect that was never set", before: .rbac(rbac(false)),
        wanted: rbac(true, "access_token_authz"),
        inverse: .partial(
          .setRBAC(of: .billing, to: rbac(false, "access_token")), but: .tokenDialectStaysSet)),
      Setting(
        testDescription: "so already", before: .rbac(rbac(true, "access_token_authz")),
        wanted: rbac(true, "access_token_authz"), inverse: .none(.wasAlreadySo)),
      Setting(
        testDescription: "so already, with the dialect that stands for none",
        before: .rbac(rbac(true)), wanted: rbac(true, "access_token"),
        inverse: .none(.wasAlreadySo)),
    ])
  func settings(example: Setting) {
    let change = Change.setRBAC(of: .billing, to: example.wanted)
    #expect(change.inverse(before: example.before) == example.inverse)
  }

  @Test("which scopes a token lacks; a token that does not say lacks nothing that is known")
  func lacking() {
    let needed = Change.assignRole(.admin, to: .ana).scopes
    #expect(Session(tenant: .production, scopes: nil).lacking(needed) == nil)
    #expect(
      Session(tenant: .production, scopes: ["update:users"]).lacking(needed)
        == ["create:role_members"])
    #expect(
      Session(tenant: .production, scopes: ["update:users", "create:role_members"])
        .lacking(needed) == [])
  }
}
