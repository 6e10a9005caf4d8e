import Glibc
import NIOCore
import NIOPosix
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

  @Test("Targets that are too long, or do not spell UTF-8", .timeLimit(.minutes(5)))
  func targets() async throws {
    try await RunningTenant.run(users: 10) { tenant in
      let megabyte = String(repeating: "q", count: 1_000_000)
      #expect(try await tenant.get("/users?q=\(megabyte)").status == 414)
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

  @Test("Every operation that takes a body refuses what is none, and says so")
  func everyBody() async throws {
    let bodies: [[UInt8]] = [
      Array("{".utf8), Array("[1]".utf8), [0xff, 0xfe, 0x00], [0x22, 0xc3, 0x28, 0x22],
      Array(#"{"\ud800":1}"#.utf8), Array(#"{"roles":[1e999]}"#.utf8),
      Array(String(repeating: #"{"a":"#, count: 5_000).utf8),
    ]
    try await RunningTenant.run(users: 10) { tenant in
      for route in Route.all where route.method != .get {
        let path = route.path.replacing("{id}", with: "auth0%7C1")
          .replacing("{user_id}", with: "auth0%7C1")
        for body in bodies {
          let answer = try await RawClient(port: tenant.address.port).send(
            route.method.rawValue, "/api/v2\(path)",
            headers: [
              "authorization: Bearer \(tenant.address.token)", "content-type: application/json",
            ], body: body)
          #expect(answer.status < 500, "\(route.method) \(path)")
          guard answer.status >= 400 else { continue }
          let error = try answer.decoded(as: ErrorBody.self)
          #expect(error.statusCode == answer.status)
        }
      }
    }
  }

  @Test("Requests that are none", .timeLimit(.minutes(5)))
  func requests() async throws {
    try await RunningTenant.run(users: 10) { tenant in
      let client = RawClient(port: tenant.address.port)
      for text in [
        "\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\u{0}\u{0}\u{0}\r\n\r\n",
        "GET /api/v2/users HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n",
        "GET /api/v2/users HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n",
        "GET /\u{ff} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n",
      ] {
        let bytes = try await client.exchange(Array(text.utf8), thenClosing: true)
        #expect(bytes.isEmpty || bytes.starts(with: Array("HTTP/1.1 4".utf8)), "\(text)")
      }
      #expect(try await tenant.get("/users?per_page=1").status == 200)
    }
  }

  @Test(
    "Thousands of connections that say nothing keep nobody else waiting", .timeLimit(.minutes(5)))
  func idleConnections() async throws {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    // Both ends are in this process, and other tests need some too.
    let count = min(2_000, max(200, Int(limit.rlim_cur) / 2 - 500))
    try await RunningTenant.run(users: 10) { tenant in
      var channels: [any Channel] = []
      for number in 0..<count {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
          .connect(host: "127.0.0.1", port: tenant.address.port).get()
        // Half of them have begun to say something.
        if number.isMultiple(of: 2) {
          try await channel.writeAndFlush(ByteBuffer(string: "GET /api"))
        }
        channels.append(channel)
      }
      for _ in 0..<20 {
        #expect(try await tenant.get("/users?per_page=1").status == 200)
      }
      for channel in channels { try await channel.close() }
    }
  }
}
