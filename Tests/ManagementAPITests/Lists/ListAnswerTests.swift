import AccessModel
import FoundationEssentials
import Testing

@testable import ManagementAPI

@Suite("The shapes of lists")
struct ListAnswerTests {
  private static let role = Role(id: RoleID("rol_1"), name: "R")
  private static let item = #"{"id":"rol_1","name":"R","description":null,"extra":{}}"#

  @Test(
    "Each shape is read, and absent or odd counts are absent",
    arguments: [
      ("[\(item)]", ListAnswer(items: [role])),
      (
        #"{"roles":[\#(item)],"start":0,"limit":50,"total":1}"#,
        ListAnswer(items: [role], start: 0, limit: 50, total: 1)
      ),
      (#"{"roles":[\#(item)],"next":"abc"}"#, ListAnswer(items: [role], next: "abc")),
      (#"{"roles":[\#(item)],"next":""}"#, ListAnswer(items: [role])),
      (#"{"roles":[\#(item)],"next":null}"#, ListAnswer(items: [role])),
      (
        #"{"total":null,"start":"0","limit":-1,"roles":[\#(item)]}"#, ListAnswer(items: [role])
      ),
      (#"{"roles":[],"total":1e300}"#, ListAnswer(items: [])),
    ])
  func shapes(body: String, expected: ListAnswer<Role>) throws {
    let answer = Answer(status: 200, body: Array(body.utf8), receivedAt: LoopbackServer.now)
    #expect(try answer.decoded(ListAnswer<Role>.self, for: .listUserRoles) == expected)
  }

  @Test(
    "What is no list says what is wrong, without its values",
    arguments: [
      ("", "it is empty"), (" \n", "it is empty"), ("<!DOCTYPE html>", "it is a web page"),
      ("hello", "it is not JSON"), (#"{"roles":[\#(item)"#, "it is not JSON"),
      ("null", "the whole is of another type"), ("{}", "roles is missing"),
      (#"{"users":[]}"#, "roles is missing"), (#"{"roles":{}}"#, "roles is of another type"),
      (#"[\#(item),{"name":"CANARY"}]"#, "[1].id is missing"),
      (#"{"roles":[{"id":{"CANARY":1}}]}"#, "roles[0].id is of another type"),
      (String(repeating: "[", count: 100_000), "it is not JSON"),
    ])
  func faults(body: String, detail: String) {
    let answer = Answer(status: 200, body: Array(body.utf8), receivedAt: LoopbackServer.now)
    let error = #expect(throws: APIError.self) {
      try answer.decoded(ListAnswer<Role>.self, for: .listUserRoles)
    }
    #expect(error == APIError(.unreadableAnswer, .listUserRoles, status: 200, detail: detail))
  }
}
