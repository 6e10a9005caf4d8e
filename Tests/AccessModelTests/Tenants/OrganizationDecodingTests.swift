import AccessModel
import Testing

@Suite("An organization is read from whatever the tenant sends")
struct OrganizationDecodingTests {
  @Test(
    "what is missing is named by what is there",
    arguments: [
      (#"{"id":"org_1","name":"globex","display_name":"Globex"}"#, "globex", "Globex"),
      (#"{"id":"org_1","name":"globex","display_name":null}"#, "globex", "globex"),
      (#"{"id":"org_1","name":7}"#, "org_1", "org_1"),
    ])
  func names(json: String, name: String, displayName: String) throws {
    let organization = try decoded(Organization.self, from: json)
    #expect(
      organization
        == Organization(id: OrganizationID("org_1"), name: name, displayName: displayName))
  }

  @Test("without an id it is none")
  func noID() {
    #expect(throws: DecodingError.self) { try decoded(Organization.self, from: #"{"name":"a"}"#) }
  }
}
