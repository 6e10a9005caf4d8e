import AccessModel
import Testing

@Suite("A role and its holders are read from whatever the tenant sends")
struct RoleDecodingTests {
  @Test(
    "a role needs its id alone",
    arguments: [
      (#"{"id":"rol_1","name":"Admin","description":"All"}"#, "Admin", "All"),
      (#"{"id":"rol_1","name":"Admin","description":null}"#, "Admin", ""),
      (#"{"id":"rol_1","name":7,"description":{}}"#, "", ""),
      (#"{"id":"rol_1","more":[]}"#, "", ""),
    ])
  func role(json: String, name: String, description: String) throws {
    let role = try decoded(Role.self, from: json)
    #expect(role == Role(id: RoleID("rol_1"), name: name, description: description))
  }

  @Test("without an id it is no role", arguments: ["{}", #"{"id":null}"#, #"{"id":7}"#, "[]"])
  func noID(json: String) {
    #expect(throws: DecodingError.self) { try decoded(Role.self, from: json) }
  }

  @Test(
    "a holder may have no email",
    arguments: [
      (#"{"user_id":"auth0|1","email":"a@b.c","picture":"x","name":"Ana"}"#, "Ana", "a@b.c"),
      (#"{"user_id":"auth0|1","picture":null,"name":"Ana"}"#, "Ana", nil),
      (#"{"user_id":"auth0|1","email":[],"name":null}"#, nil, nil),
    ])
  func member(json: String, name: String?, email: String?) throws {
    let member = try decoded(RoleMember.self, from: json)
    #expect(member == RoleMember(id: UserID("auth0|1"), name: name, email: email))
  }
}
