import AccessModel
import Testing

@testable import ManagementAPI

@Suite("Answers that do not come whole, over the wire", .timeLimit(.minutes(5)))
struct TransportFailureTests {
  private static let target = "GET /api/v2/users-by-email?email=a"

  private static func error(
    _ reply: Reply, answerBytes: Int? = nil
  ) async throws -> APIError? {
    try await LoopbackServer.run([reply]) { server in
      try await server.withClient {
        if let answerBytes { $0.limits.answerBytes = answerBytes }
      } _: { client in
        await #expect(throws: APIError.self) { try await client.users(withEmail: "a") }
      }
    }
  }

  @Test(
    "An answer that breaks off is no answer",
    arguments: [
      "", "HTTP/1.1 200", "HTTP/1.1 200 OK\r\ncontent-le",
      "HTTP/1.1 200 OK\r\ncontent-length: 40\r\n\r\n[",
      "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n[]\r\n",
      "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n[]",
      "HTTP/1.1 500 Oops\r\ncontent-length: 40\r\n\r\n{",
    ])
  func cut(raw: String) async throws {
    let error = try await Self.error(Reply(to: Self.target, raw: raw, then: .close))
    #expect(error == APIError(.interrupted, .listUsersByEmail))
  }

  @Test("A body without length that breaks off is not taken for a short one")
  func cutWithoutLength() async throws {
    let raw = "HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n[{\"user_id\":\"a|1\"},"
    let error = try await Self.error(Reply(to: Self.target, raw: raw, then: .close))
    #expect(error?.code == .unreadableAnswer)
    #expect(error?.detail == "it is not JSON")
  }

  @Test("What is not HTTP is unreadable")
  func notHTTP() async throws {
    let error = try await Self.error(
      Reply(to: Self.target, raw: "SSH-2.0-OpenSSH_9.2\r\n\r\n", then: .close))
    #expect(error?.code == .unreadableAnswer)
    #expect(error?.detail == "it is not HTTP")
  }

  @Test(
    "A 200 that is no JSON is unreadable",
    arguments: [
      ("<html>Sign in</html>", "it is a web page"), ("", "it is empty"), ("[{", "it is not JSON"),
    ])
  func unreadable(body: String, detail: String) async throws {
    let error = try await Self.error(Reply(to: Self.target, 200, body, type: "text/html"))
    #expect(
      error == APIError(.unreadableAnswer, .listUsersByEmail, status: 200, detail: detail))
  }

  @Test("A read that is answered with 204 is unreadable")
  func noContent() async throws {
    let error = try await Self.error(Reply(to: Self.target, 204))
    #expect(error?.code == .unreadableAnswer)
    #expect(error?.detail == "it is empty")
  }

  @Test("Refusals keep their status, whatever their body", arguments: [401, 403, 404, 429, 500])
  func refusals(status: Int) async throws {
    let error = try await Self.error(Reply(to: Self.target, status, "<html>", type: "text/html"))
    #expect(error?.status == status)
    #expect(error?.message == nil)
  }

  @Test("A redirect is not followed", arguments: [301, 302, 303, 307, 308])
  func redirect(status: Int) async throws {
    let error = try await Self.error(
      Reply(to: Self.target, status, headers: ["location: /api/v2/users"]))
    #expect(error == APIError(.unexpectedStatus, .listUsersByEmail, status: status))
  }

  @Test("An answer larger than the limit is refused, its length said or not")
  func tooLarge() async throws {
    let body = "[" + String(repeating: " ", count: 100) + "]"
    let said = try await Self.error(Reply(to: Self.target, 200, body), answerBytes: 101)
    #expect(said == APIError(.answerTooLarge, .listUsersByEmail))
    let chunked =
      "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n"
      + String(repeating: "32\r\n\(String(repeating: " ", count: 50))\r\n", count: 3)
    let unsaid = try await Self.error(
      Reply(to: Self.target, raw: chunked, then: .silence), answerBytes: 101)
    #expect(unsaid == APIError(.answerTooLarge, .listUsersByEmail))
  }

  @Test("A compressed answer is read, and bounded by what it unfolds to")
  func compressed() async throws {
    // gzip of "[" + 1,000 spaces + "]".
    let gzip: [UInt8] = [
      0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x8B, 0x56, 0x18, 0x05,
      0xA3, 0x60, 0x14, 0x0C, 0x7B, 0x10, 0x0B, 0x00, 0x42, 0x5B, 0x8E, 0xB6, 0xEA, 0x03,
      0x00, 0x00,
    ]
    let head = "HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: \(gzip.count)\r\n\r\n"
    var reply = Reply(to: Self.target, raw: head)
    reply.bytes += gzip
    let whole = reply
    let users = try await LoopbackServer.play(whole) { try await $0.users(withEmail: "a") }
    #expect(users.isEmpty)
    let error = try await Self.error(whole, answerBytes: 500)
    #expect(error == APIError(.answerTooLarge, .listUsersByEmail))
    var broken = whole
    broken.bytes[broken.bytes.count - 20] ^= 0xFF
    broken.bytes[head.utf8.count + 12] ^= 0xFF
    let fault = try await Self.error(broken)
    #expect(fault?.code == .unreadableAnswer)
  }

  @Test("Connections are kept, and one that was closed meanwhile does no harm")
  func keepAlive() async throws {
    try await LoopbackServer.run([
      Reply(to: Self.target, 200, "[]"),
      Reply(to: Self.target, 200, "[]", headers: ["connection: close"], then: .close),
      Reply(to: Self.target, 200, "[]"),
    ]) { server in
      try await server.withClient { client in
        for _ in 0..<3 { _ = try await client.users(withEmail: "a") }
      }
    }
  }
}
