import AccessModel
import Testing

@Suite("Sessions")
struct SessionTests {
  @Test("a scope is held, not held, or nobody knows")
  func scopes() {
    #expect(Session(tenant: .loopback, scopes: nil).holds(.readUsers) == nil)
    #expect(Session(tenant: .loopback, scopes: []).holds(.readUsers) == false)
    #expect(Session(tenant: .loopback, scopes: ["read:users"]).holds(.readUsers) == true)
    #expect(Session(tenant: .loopback, scopes: ["read:users_x"]).holds(.readUsers) == false)
  }

  @Test(
    "a role is marked by its whole name or by its id",
    arguments: [
      ("Billing Admin", true), ("rol_admin00000000001", true), ("billing admin", false),
      ("Billing", false), ("rol_admin0000000000", false), ("", false),
    ])
  func privileged(mark: String, expected: Bool) {
    let session = Session(tenant: .loopback, scopes: nil, privilegedRoles: [mark])
    #expect(session.isPrivileged(.admin) == expected)
  }
}
