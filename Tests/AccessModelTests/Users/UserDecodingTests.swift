import FoundationEssentials
import Testing

@testable import AccessModel

@Suite("A user is read from whatever the tenant sends")
struct UserDecodingTests {
  /// As `GET /users/{id}` answered in recorded traffic, with the fields of a user that has signed in.
  private static let recorded = """
    {"blocked":false,"created_at":"2023-01-25T19:00:32.884Z","email":"chuck750@example.com",
    "email_verified":true,"family_name":"Sanchez","given_name":"Chuck","identities":[
    {"connection":"Username-Password-Authentication","user_id":"63d17c50e99d3933163bdda9",
    "provider":"auth0","isSocial":false}],"name":"chuck750@example.com","nickname":"Chucky",
    "picture":"https://example.com/x.png","updated_at":"2023-01-26T19:00:32Z",
    "user_id":"auth0|63d17c50e99d3933163bdda9","user_metadata":{"a":[1,{}]},
    "username":"test-user362","app_metadata":{},"last_login":"2023-02-01T08:09:10.001Z",
    "last_ip":"203.0.113.7","logins_count":42,"phone_number":"+15550100","multifactor":["guardian"]}
    """

  @Test("every field of the recorded shape")
  func recordedShape() throws {
    let user = try decoded(User.self, from: Self.recorded)
    #expect(user.id == UserID("auth0|63d17c50e99d3933163bdda9"))
    #expect(user.name == "chuck750@example.com")
    #expect(user.email == "chuck750@example.com")
    #expect(user.isEmailVerified == true)
    #expect(user.nickname == "Chucky")
    #expect(user.givenName == "Chuck")
    #expect(user.familyName == "Sanchez")
    #expect(user.username == "test-user362")
    #expect(user.phoneNumber == "+15550100")
    #expect(!user.isBlocked)
    #expect(user.loginsCount == 42)
    #expect(user.lastAddress == "203.0.113.7")
    #expect(Self.milliseconds(user.createdAt) == 1_674_673_232_884)
    #expect(Self.milliseconds(user.updatedAt) == 1_674_759_632_000)
    #expect(Self.milliseconds(user.lastLogin) == 1_675_238_950_001)
    #expect(user.multifactor == ["guardian"])
    let identity = Identity(
      connection: "Username-Password-Authentication", provider: "auth0",
      userID: "63d17c50e99d3933163bdda9")
    #expect(user.identities == [identity])
  }

  private static func milliseconds(_ date: Date?) -> Int? {
    date.map { Int(($0.timeIntervalSince1970 * 1_000).rounded()) }
  }

  @Test(
    "the id alone suffices, whatever the other fields are",
    arguments: [
      "",
      #""name":null,"email":null,"email_verified":null,"blocked":null,"identities":null,"#
        + #""created_at":null,"logins_count":null,"multifactor":null,"#,
      #""name":{},"email":7,"email_verified":"yes","blocked":"no","identities":"none","#
        + #""created_at":{"$date":1},"updated_at":1674673232,"last_login":[],"#
        + #""logins_count":"many","multifactor":{"a":1},"nickname":true,"last_ip":[1],"#,
      #""created_at":"yesterday","last_login":"","identities":{"0":{}},"multifactor":[1],"#,
    ])
  func idAlone(fields: String) throws {
    let user = try decoded(User.self, from: "{\(fields)\"user_id\":\"auth0|1\"}")
    #expect(user == User(id: UserID("auth0|1")))
  }

  @Test("a date that is an object hides that date and nothing else")
  func dateObject() throws {
    let json = """
      {"user_id":"auth0|1","name":"Ana","created_at":{"value":"2023-01-25T19:00:32.884Z"},
      "updated_at":"2023-01-25T19:00:32.000Z"}
      """
    let user = try decoded(User.self, from: json)
    #expect(user.name == "Ana")
    #expect(user.createdAt == nil)
    #expect(user.updatedAt == Date(timeIntervalSince1970: 1_674_673_232))
  }

  @Test(
    "numeric ids keep their digits",
    arguments: [
      ("7", "7"), ("-7", "-7"), ("9223372036854775807", "9223372036854775807"),
      ("9223372036854775808", "9223372036854775808"),
      ("103547991597142817347", "103547991597142817347"), ("\"007\"", "007"), ("\"\"", ""),
    ])
  func numericIDs(sent: String, text: String) throws {
    let json = """
      {"user_id":\(sent),"identities":[{"connection":"facebook","provider":"facebook",
      "user_id":\(sent)}]}
      """
    let user = try decoded(User.self, from: json)
    #expect(user.id.rawValue == text)
    #expect(user.identities.map(\.userID) == [text])
  }

  @Test("an identity without its fields is one with empty fields")
  func bareIdentity() throws {
    let json = #"{"user_id":"a|1","identities":[{},{"user_id":true,"connection":null}]}"#
    let empty = Identity(connection: "", provider: "", userID: "")
    #expect(try decoded(User.self, from: json).identities == [empty, empty])
  }

  @Test(
    "without an id it is no user",
    arguments: [
      "{}", #"{"user_id":null}"#, #"{"user_id":true}"#, #"{"user_id":{}}"#, "[]", "null", "7",
    ])
  func noID(json: String) {
    #expect(throws: DecodingError.self) { try decoded(User.self, from: json) }
  }

  @Test(
    "the connection is the first identity's, else what stands before the bar",
    arguments: [
      ("auth0|1", ["Staff", "google-oauth2"], "Staff"), ("auth0|1", [""], "auth0"),
      ("samlp|acme|ana@acme.example", [], "samlp"), ("no bar", [], "no bar"), ("|1", [], ""),
      ("", [], ""), ("auth0|1", ["", "Staff"], "auth0"),
    ])
  func connection(id: String, connections: [String], expected: String) {
    var user = User(id: UserID(id))
    user.identities = connections.map { Identity(connection: $0, provider: "p", userID: "1") }
    #expect(user.connection == expected)
  }

  @Test("the name to show is the first that is not empty, else the id")
  func displayName() {
    var user = User(id: UserID("sms|1"))
    #expect(user.displayName == "sms|1")
    user.phoneNumber = "+15550100"
    #expect(user.displayName == "+15550100")
    user.email = "ana@acme.example"
    #expect(user.displayName == "ana@acme.example")
    user.username = "ana"
    #expect(user.displayName == "ana")
    user.nickname = "An"
    #expect(user.displayName == "An")
    user.name = ""
    #expect(user.displayName == "An")
    user.name = "Ana Lima"
    #expect(user.displayName == "Ana Lima")
  }
}
