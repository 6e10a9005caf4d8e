import AccessModel
import FoundationEssentials
import Testing

@Suite("A change as it is kept")
struct ChangeRecordTests {
  private static func json(_ record: ChangeRecord) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(record), as: UTF8.self)
  }

  @Test("comes back as it was, from a record and from its JSON", arguments: Change.samples)
  func roundTrip(change: Change) throws {
    for before in [HeldBefore.notRead, .held(true), .held(false)] {
      let record = ChangeRecord(change, before: before, includesEmail: true)
      #expect(record.before == before)
      #expect(try record.change().identity == change.identity)
      #expect(try decoded(ChangeRecord.self, from: Self.json(record)) == record)
      #expect(try record.change().user?.name == change.user?.name)
    }
  }

  @Test("its keys are the API's own, and never change")
  func keys() throws {
    var user = User.ana
    user.createdAt = Date(timeIntervalSince1970: 1_674_673_232.884)
    user.identities = [
      Identity(connection: "Username-Password-Authentication", provider: "auth0", userID: "ana")
    ]
    let removal = ChangeRecord(
      .removeRole(.admin, from: user), before: .held(true), includesEmail: true)
    #expect(
      try Self.json(removal) == """
        {"change":"remove_role","held_before":true,\
        "role":{"id":"rol_admin00000000001","name":"Billing Admin"},\
        "user":{"connection":"Username-Password-Authentication",\
        "created_at":"2023-01-25T19:00:32.884Z","email":"ana@acme.example","name":"Ana Lima",\
        "user_id":"auth0|ana"}}
        """)
    let setting = ChangeRecord(
      .setRBAC(of: .billing, to: RBACSetting(enforcesPolicies: true, tokenDialect: nil)),
      before: .rbac(RBACSetting(enforcesPolicies: false, tokenDialect: "access_token")),
      includesEmail: false)
    #expect(
      try Self.json(setting) == """
        {"api":{"identifier":"https://billing/","name":"Billing"},"change":"set_rbac",\
        "rbac":{"enforce_policies":true},\
        "rbac_before":{"enforce_policies":false,"token_dialect":"access_token"}}
        """)
    let permission = ChangeRecord(
      .removePermission(.of(.billing, "read:invoices"), from: .admin), includesEmail: false)
    #expect(
      try Self.json(permission) == """
        {"change":"remove_role_permission",\
        "permission":{"permission_name":"read:invoices",\
        "resource_server_identifier":"https://billing/"},\
        "role":{"id":"rol_admin00000000001","name":"Billing Admin"}}
        """)
    let member = ChangeRecord(
      .removeOrganizationRole(.admin, from: .bo, in: .initech), includesEmail: false)
    #expect(
      try Self.json(member) == """
        {"change":"remove_organization_role",\
        "organization":{"id":"org_initech000000001","name":"initech"},\
        "role":{"id":"rol_admin00000000001","name":"Billing Admin"},\
        "user":{"connection":"auth0","name":"Bo Chen","user_id":"auth0|bo"}}
        """)
  }

  @Test("keeps no address where none is wanted, and the connection and the time of creation always")
  func address() throws {
    var user = User.ana
    user.createdAt = Date(timeIntervalSince1970: 1)
    let record = ChangeRecord(.removeRole(.admin, from: user), includesEmail: false)
    #expect(record.user?.email == nil)
    #expect(record.user?.connection == "auth0")
    #expect(try record.change().user?.createdAt == user.createdAt)
  }

  @Test("a record that lacks a part, or has one too many, is no change", arguments: Change.samples)
  func incomplete(change: Change) {
    let whole = ChangeRecord(change, includesEmail: true)
    let parts: [(inout ChangeRecord) -> Void] = [
      { $0.user = $0.user == nil ? .init(id: UserID("u")) : nil },
      { $0.role = $0.role == nil ? .init(id: RoleID("r"), name: "") : nil },
      { $0.organization = $0.organization == nil ? .init(id: "o", name: "") : nil },
      { $0.permission = $0.permission == nil ? .init(api: "a", name: "n") : nil },
      { $0.api = $0.api == nil ? .init(identifier: "a", name: "") : nil },
      { $0.rbac = $0.rbac == nil ? .init(enforcesPolicies: true, tokenDialect: nil) : nil },
    ]
    for part in parts {
      var record = whole
      part(&record)
      #expect(throws: ChangeRecord.Incomplete(kind: change.kind)) { try record.change() }
    }
  }
}
