import AccessModel
import ManagementAPI
import Testing

@testable import Credentials

@Suite("How carefully to treat a tenant")
struct SessionMarksTests {
  @Test(
    "Only a plain 0 marks a tenant as harmless",
    arguments: [
      (nil, false), ("0", true), ("1", false), ("no", false), ("00", false),
    ] as [(String?, Bool)])
  func production(value: String?, isHarmless: Bool) {
    let marks = SessionMarks(production: value, readOnly: nil, privilegedRoles: nil)
    #expect(marks.isHarmless == isHarmless)
  }

  @Test(
    "Anything but 0 forbids writes",
    arguments: [
      (nil, false), ("0", false), ("1", true), ("no", true), ("true", true),
    ] as [(String?, Bool)])
  func readOnly(value: String?, isReadOnly: Bool) {
    let marks = SessionMarks(production: nil, readOnly: value, privilegedRoles: nil)
    #expect(marks.isReadOnly == isReadOnly)
  }

  @Test(
    "Privileged roles are separated by commas",
    arguments: [
      (nil, []), (",, ,", []),
      ("Owner, Billing Admin ,rol_1", ["Owner", "Billing Admin", "rol_1"]),
    ] as [(String?, Set<String>)])
  func privilegedRoles(value: String?, roles: Set<String>) {
    let marks = SessionMarks(production: nil, readOnly: nil, privilegedRoles: value)
    #expect(marks.privilegedRoles == roles)
  }

  @Test("This machine's tenant is no production, and another is none once it is marked")
  func session() throws {
    func isProduction(_ domain: String, _ production: String?) throws -> Bool {
      let marks = SessionMarks(production: production, readOnly: nil, privilegedRoles: nil)
      let endpoint = try TenantEndpoint(domain: domain)
      return marks.session(at: endpoint, with: AccessToken(Secret("x"))).tenant.isProduction
    }
    #expect(try isProduction("acme.eu.auth0.com", nil))
    #expect(try !isProduction("acme.eu.auth0.com", "0"))
    #expect(try !isProduction("127.0.0.1:4400", nil))
    #expect(try !isProduction("127.0.0.1:4400", "1"))
  }
}
