import Testing

@testable import LocalTenant

@Suite("The server")
struct ServerTests {
  @Test("The address has the port that the system chose")
  func address() async throws {
    try await RunningTenant.run { tenant in
      let port = tenant.address.port
      #expect(port > 0)
      #expect(tenant.address.domain == "127.0.0.1:\(port)")
      #expect(tenant.address.url == "http://127.0.0.1:\(port)")
      #expect(tenant.address.audience == "http://127.0.0.1:\(port)/api/v2/")
    }
  }

  @Test("A cancelled tenant stops, even with a connection that lies idle", .timeLimit(.minutes(5)))
  func cancellation() async throws {
    let server = TenantServer(configuration: TenantConfiguration(users: 10))
    let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
    async let received: [UInt8] = {
      var received: [UInt8] = []
      for await port in ports {
        // Kept alive by the client: the exchange ends only when the tenant closes the connection.
        received += try await RawClient(port: port).exchange(
          Array("GET /api/v2/users HTTP/1.1\r\nhost: x\r\n\r\n".utf8))
      }
      return received
    }()
    try await RunningTenant.run(server) { tenant in
      continuation.yield(tenant.address.port)
      continuation.finish()
      while await server.recordedRequests().isEmpty { await Task.yield() }
    }
    #expect(try await received.starts(with: Array("HTTP/1.1 401".utf8)))
  }

  @Test("A port that is taken is an error, not a wait", .timeLimit(.minutes(5)))
  func portTaken() async throws {
    try await RunningTenant.run { tenant in
      let second = TenantServer(
        configuration: TenantConfiguration(users: 10, port: tenant.address.port))
      await #expect(throws: (any Error).self) {
        try await second.run { _ in Issue.record("two tenants on one port") }
      }
    }
  }

  @Test("What was sent is on record as it was, but for the token")
  func recording() async throws {
    try await RunningTenant.run { tenant in
      let body = #"{"roles":["rol_0000000000000000"]}"#
      _ = try await tenant.call("DELETE", RunningTenant.anaPath + "/roles?x=%7C", body: body)
      _ = try await tenant.get("/nowhere")
      let requests = await tenant.server.recordedRequests()
      #expect(requests.map(\.status) == [204, 404])
      #expect(requests.map(\.method) == ["DELETE", "GET"])
      #expect(requests[0].path == RunningTenant.anaPath + "/roles?x=%7C")
      #expect(requests[0].body == Array(body.utf8))
      #expect(requests[0].header("Content-Type") == "application/json")
      #expect(requests[0].header("content-length") == "\(body.utf8.count)")
      #expect(requests[0].header("host") == tenant.address.domain)
      #expect(requests[0].header("authorization") == nil)
    }
  }

  @Test("The record keeps the latest requests and forgets the oldest")
  func ring() {
    let recorder = RequestRecorder(capacity: 3)
    for number in 0..<5 {
      recorder.record(
        RecordedRequest(method: "GET", path: "\(number)", headers: [], body: [], status: 200))
    }
    #expect(recorder.requests.map(\.path) == ["2", "3", "4"])
  }

  @Test("Paths and methods that the API does not have")
  func unknown() async throws {
    try await RunningTenant.run { tenant in
      for (method, target) in [
        ("GET", "/"), ("GET", "/api/v2"), ("GET", "/api/v2/"), ("GET", "/api/v2/nope"),
        ("PUT", "/api/v2/users"), ("GET", "/api/v2//users"), ("GET", "/api/v2/users/"),
        ("DELETE", "/api/v2/users"), ("GET", "/users"), ("OPTIONS", "/api/v2/users"),
      ] {
        let answer = try await tenant.call(method, target)
        #expect(
          answer.text == #"{"statusCode":404,"error":"Not Found","message":"Not Found"}"#,
          "\(method) \(target)")
      }
      let broken = try await tenant.get("/users/%zz")
      #expect(broken.status == 400)
      #expect(try broken.decoded(as: ErrorBody.self).statusCode == 400)
    }
  }

  @Test("A body of more than a megabyte is refused")
  func largeBody() async throws {
    try await RunningTenant.run { tenant in
      let body = String(repeating: "x", count: 1_048_577)
      let answer = try await tenant.call("DELETE", RunningTenant.anaPath + "/roles", body: body)
      #expect(answer.status == 413)
      #expect(try answer.decoded(as: ErrorBody.self).error == "Request Entity Too Large")
      let most = String(repeating: "x", count: 1_048_576)
      #expect(
        try await tenant.call("DELETE", RunningTenant.anaPath + "/roles", body: most).status == 400)
    }
  }

  @Test("The limit is on every answer, and an empty bucket answers 429")
  func rateLimit() async throws {
    try await RunningTenant.run(rate: 0, burst: 3) { tenant in
      for remaining in ["2", "1", "0"] {
        let answer = try await tenant.get("/nowhere")
        #expect(answer.status == 404)
        #expect(answer.headers["x-ratelimit-limit"] == "3")
        #expect(answer.headers["x-ratelimit-remaining"] == remaining)
        #expect(Int(answer.headers["x-ratelimit-reset"] ?? "") != nil)
      }
      let refused = try await tenant.get("/users")
      #expect(refused.status == 429)
      #expect(refused.headers["x-ratelimit-remaining"] == "0")
      #expect(
        refused.text
          == #"{"statusCode":429,"error":"Too Many Requests","message":"Global limit has been reached","errorCode":"too_many_requests"}"#
      )
    }
  }

  @Test("Somebody else's changes are seen over HTTP")
  func directChanges() async throws {
    try await RunningTenant.run { tenant in
      let id = RunningTenant.ana
      #expect(tenant.server.renameUser(id, to: "Ana Lima-Reis"))
      #expect(tenant.server.userName(id) == "Ana Lima-Reis")
      #expect(tenant.server.userIDs(named: "Ana Lima-Reis") == [id])
      #expect(tenant.server.setBlocked(true, user: id))
      let user = try await tenant.call("GET", RunningTenant.anaPath).decoded(as: UserBody.self)
      #expect(user.name == "Ana Lima-Reis")
      #expect(user.blocked == true)
      #expect(tenant.server.assignRoles([try tenant.roleID("Owner")], toUser: id))
      #expect(!tenant.server.assignRoles(["rol_0000000000000000"], toUser: id))
      #expect(tenant.server.roles(ofUser: id).last == (try tenant.roleID("Owner")))
      #expect(tenant.server.deleteUser(id))
      #expect(try await tenant.call("GET", RunningTenant.anaPath).status == 404)
      #expect(!tenant.server.users(withRole: try tenant.roleID("Owner")).contains(id))
      #expect(!tenant.server.renameUser(id, to: nil))
    }
  }
}
