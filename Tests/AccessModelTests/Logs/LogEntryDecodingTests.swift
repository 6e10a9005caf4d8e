import AccessModel
import Testing

@Suite("An entry of the log is read from whatever the tenant sends")
struct LogEntryDecodingTests {
  @Test("A write, as recorded")
  func write() throws {
    let json = #"""
      {"_id":"1","log_id":"900202303141341337051430000","date":"2023-03-14T13:41:29.534Z",
      "type":"sapi","description":"Removes roles from a user","connection":null,"client_id":"c",
      "client_name":"","ip":"1.2.3.4","details":{"request":{"body":{"roles":["rol_1","rol_2"]},
      "method":"delete","path":"/api/v2/users/auth0%7C6410/roles"},"response":{"statusCode":204}},
      "user_id":null,"references":{"correlation_id":"plan-1"}}
      """#
    let entry = try decoded(LogEntry.self, from: json)
    #expect(entry.id == "900202303141341337051430000")
    #expect(entry.date != nil)
    #expect(entry.type == "sapi")
    #expect(entry.correlationID == "plan-1")
    #expect(entry.userID == nil)
    let call = LogEntry.Call(
      method: "delete", path: "/api/v2/users/auth0%7C6410/roles",
      roles: [RoleID("rol_1"), RoleID("rol_2")], status: 204)
    #expect(entry.call == call)
  }

  @Test(
    "Odd fields are absent",
    arguments: [
      #"{"log_id":9}"#, #"{"_id":"9"}"#, #"{"log_id":"9","date":{},"details":[],"references":7}"#,
      #"{"log_id":"9","details":{"request":{"body":{"roles":"x"},"method":7}},"user_id":{}}"#,
      #"{"log_id":"9","details":{"request":{"body":null},"response":{"statusCode":"204"}}}"#,
    ])
  func odd(json: String) throws {
    #expect(try decoded(LogEntry.self, from: json) == LogEntry(id: "9"))
  }

  @Test("Without an id it is none")
  func noID() {
    #expect(throws: DecodingError.self) { try decoded(LogEntry.self, from: "{}") }
  }

  @Test(
    "The items of a list are found, each as sent",
    arguments: [
      (#"[{"a": 1} ,{"b":[2, "]"]}]"#, [#"{"a": 1}"#, #"{"b":[2, "]"]}"#]),
      (#"{"start":0,"logs":[1, "x"],"z":{}}"#, ["1", #""x""#]),
      (#"{"l\u006fgs":[ ],"logs":[true]}"#, ["true"]), (#"{"logs":{}}"#, []), ("7", []),
      ("[]", []), ("{}", []),
    ])
  func elements(json: String, expected: [String]) throws {
    let elements = try RawJSON(bytes: Array(json.utf8)).elements(under: "logs")
    #expect(elements.map { String(decoding: $0.bytes, as: UTF8.self) } == expected)
  }

  @Test(
    "What is no JSON has no items",
    arguments: ["", "[1", "[1]]", #"{"logs":[1,]}"#, "{1:2}", String(repeating: "[", count: 99)])
  func malformed(json: String) {
    #expect(throws: RawJSON.Malformed.self) {
      try RawJSON(bytes: Array(json.utf8)).elements(under: "logs")
    }
  }
}
