import AccessModel
import Testing

@testable import ManagementAPI

/// Answers that no tenant should give: each is a clear error, in bounded time and memory.
@Suite("Bad input", .timeLimit(.minutes(5)))
struct BadInputTests {
  private static let target = "GET /api/v2/users-by-email?email=a"

  private static func error(_ reply: Reply) async throws -> APIError? {
    try await LoopbackServer.play(reply) { client in
      await #expect(throws: APIError.self) { try await client.users(withEmail: "a") }
    }
  }

  @Test(
    "Bodies of a 200 that are no list of users",
    arguments: [
      (#"[{"user_id":"auth0|1""#, "it is not JSON"), ("[", "it is not JSON"),
      ("nul", "it is not JSON"),
      ("null", "the whole is of another type"), ("7", "the whole is of another type"),
      (#""users""#, "the whole is of another type"), ("[7]", "[0] is of another type"),
      ("{}", "users is missing"), (#"{"users":{}}"#, "users is of another type"),
      ("<!DOCTYPE html><title>Log in</title>", "it is a web page"), ("  \r\n\t ", "it is empty"),
      ("\u{0}", "it is empty"),
    ])
  func bodies(body: String, detail: String) async throws {
    let error = try await Self.error(Reply(to: Self.target, 200, body))
    #expect(error?.code == .unreadableAnswer)
    #expect(error?.detail == detail)
  }

  @Test("Lists within lists, deeper than any stack")
  func deep() async throws {
    let body = String(repeating: "[", count: 200_000)
    let error = try await Self.error(Reply(to: Self.target, 200, body))
    #expect(error?.code == .unreadableAnswer)
  }

  @Test("A body of more than 10 MiB, its length said and not")
  func large() async throws {
    let mebibyte = String(repeating: " ", count: 1 << 20)
    let body = "[" + String(repeating: mebibyte, count: 10) + "]"
    let said = try await Self.error(Reply(to: Self.target, raw: Self.head(body), then: .silence))
    #expect(said == APIError(.answerTooLarge, .listUsersByEmail))
    let chunk = "100000\r\n\(mebibyte)\r\n"
    let endless =
      "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n" + String(repeating: chunk, count: 11)
    let unsaid = try await Self.error(Reply(to: Self.target, raw: endless, then: .silence))
    #expect(unsaid == APIError(.answerTooLarge, .listUsersByEmail))
  }

  private static func head(_ body: String) -> String {
    "HTTP/1.1 200 OK\r\ncontent-length: \(body.utf8.count)\r\n\r\n"
  }

  @Test("A body of nearly 10 MiB is read")
  func nearlyLarge() async throws {
    let body = "[" + String(repeating: " ", count: (10 << 20) - 2) + "]"
    let users = try await LoopbackServer.play(Reply(to: Self.target, 200, body)) {
      try await $0.users(withEmail: "a")
    }
    #expect(users.isEmpty)
  }

  @Test("A write's 204 with a body is a success, and the connection is not used again")
  func bodyOfNoContent() async throws {
    let target = "DELETE /api/v2/users/u/roles"
    try await LoopbackServer.play(
      Reply(
        to: target,
        raw: "HTTP/1.1 204 No Content\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}",
        then: .close)
    ) { client in
      try await client.removeRoles([RoleID("r")], fromUser: UserID("u"), correlation: "c")
    }
  }

  @Test(
    "Resets and waits that are absurd are neither waited for nor shown",
    arguments: [
      "x-ratelimit-reset: 99999999999999999999", "x-ratelimit-reset: -1", "x-ratelimit-reset: soon",
      "x-ratelimit-reset: 1e308", "retry-after: 99999999999999999999", "retry-after: -5",
    ])
  func resets(header: String) async throws {
    let error = try await Self.error(
      Reply(
        to: Self.target, 429,
        headers: ["x-ratelimit-limit: 2", "x-ratelimit-remaining: 0", header]))
    #expect(error == APIError(.rateLimited, .listUsersByEmail, status: 429))
  }

  @Test("A head without any header, and one that ends nowhere")
  func headers() async throws {
    let bare = try await Self.error(
      Reply(to: Self.target, raw: "HTTP/1.1 200\r\n\r\n", then: .close))
    #expect(bare?.code == .unreadableAnswer)
    let endless =
      "HTTP/1.1 200 OK\r\n"
      + String(repeating: "x-long: \(String(repeating: "a", count: 70))\r\n", count: 5_000)
    let error = try await Self.error(Reply(to: Self.target, raw: endless, then: .silence))
    #expect(error != nil)
  }

  @Test(
    "The request's id is kept where it is plain text, and the scopes that a token lacks are named")
  func requestAndScopes() async throws {
    let body =
      #"{"statusCode":403,"message":"Insufficient scope, expected all of: read:users, read:roles","errorCode":"insufficient_scope"}"#
    let error = try await Self.error(
      Reply(to: Self.target, 403, body, headers: ["x-request-id: 4f2c", "cf-ray: 8a-FRA"]))
    #expect(error?.requestID == "4f2c")
    #expect(error?.missingScopes == ["read:roles"])
    let hostile = try await Self.error(
      Reply(to: Self.target, 404, "{}", headers: ["x-request-id: a b", "cf-ray: 8a-FRA"]))
    #expect(hostile?.requestID == "8a-FRA")
    #expect(hostile?.missingScopes == nil)
  }
}
