import Testing

@testable import LocalTenant

@Suite("Bad input")
struct BadInputTests {
  @Test(
    "Bodies that are not what is asked for",
    arguments: [
      "{", "[]", "null", "\"x\"", "{\"roles\":{}}", "{\"roles\":[1]}", "{\"roles\":[\"\"]}",
      "{\"roles\":[\"Support\"]}", "{\"roles\":[],\"x\":1}", "\u{0}",
      String(repeating: "[", count: 10_000),
    ])
  func bodies(body: String) async throws {
    try await RunningTenant.run(users: 10) { tenant in
      let answer = try await tenant.call("DELETE", RunningTenant.anaPath + "/roles", body: body)
      #expect(answer.status == 400)
      #expect(try answer.decoded(as: ErrorBody.self).errorCode == "invalid_body")
    }
  }

  @Test("Targets that are too long, or do not spell UTF-8", .timeLimit(.minutes(1)))
  func targets() async throws {
    try await RunningTenant.run(users: 10) { tenant in
      let megabyte = String(repeating: "q", count: 1_000_000)
      let long = try? await tenant.get("/users?q=\(megabyte)")
      // Whoever reads the head may refuse it before the tenant sees it.
      #expect(long.map { [400, 414, 431].contains($0.status) } ?? true)
      let tooLong = try await tenant.get("/users?q=\(megabyte.prefix(20_000))")
      #expect(
        tooLong.text
          == #"{"statusCode":414,"error":"Request-URI Too Long","message":"Request-URI Too Long"}"#)
      #expect(try await tenant.get("/users/%ff%fe%7C1").status == 400)
      #expect(try await tenant.get("/users?q=%c3%28").status == 400)
      let id = "auth0%7C" + String(repeating: "1", count: 2_000)
      #expect(try await tenant.get("/users/\(id)").status == 400)
      #expect(try await tenant.get("/users?per_page=1").status == 200)
    }
  }

  @Test("Many connections that say nothing keep nobody else waiting", .timeLimit(.minutes(1)))
  func idleConnections() async throws {
    try await RunningTenant.run(users: 10) { tenant in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<200 {
          group.addTask {
            _ = try? await RawClient(port: tenant.address.port).exchange(Array("GET /api".utf8))
          }
        }
        for _ in 0..<20 {
          let answer = try await tenant.get("/users?per_page=1")
          #expect(answer.status == 200)
        }
        group.cancelAll()
      }
    }
  }
}
