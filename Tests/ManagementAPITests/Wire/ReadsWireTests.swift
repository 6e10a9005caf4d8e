import AccessModel
import FoundationEssentials
import Testing

@testable import ManagementAPI

@Suite("Reads over the wire", .timeLimit(.minutes(5)))
struct ReadsWireTests {
  @Test("A read bears the token, asks for JSON and has no body")
  func head() async throws {
    let reply = Reply(to: "GET /api/v2/users/auth0%7Cabc", 200, #"{"user_id":"auth0|abc"}"#)
    try await LoopbackServer.run([reply]) { server in
      _ = try await server.withClient { try await $0.user(UserID("auth0|abc")) }
      let token = TestToken.text(audience: "http://\(server.domain)/api/v2/")
      let call = [
        "GET /api/v2/users/auth0%7Cabc HTTP/1.1", "authorization: Bearer \(token)",
        "user-agent: rolecall", "accept: application/json", "host: \(server.domain)",
        "Accept-Encoding: deflate, gzip", "", "",
      ]
      #expect(server.received == [call.joined(separator: "\r\n")])
    }
  }

  @Test("A user comes with the bytes as sent")
  func document() async throws {
    let body = #"{ "user_id":"auth0|1","name":"Ana\u0020L","logins_count":1.50e1, "x":[ ] }"#
    let document = try await LoopbackServer.play(
      Reply(to: "GET /api/v2/users/auth0%7C1", 200, body)
    ) {
      try await $0.user(UserID("auth0|1"))
    }
    #expect(document.user.name == "Ana L")
    #expect(document.json == RawJSON(bytes: Array(body.utf8)))
  }

  @Test("A page of users says where it stands")
  func users() async throws {
    let page = try await LoopbackServer.play(
      Reply(
        to: "GET /api/v2/users?page=2&per_page=50&include_totals=true&search_engine=v3"
          + "&q=name%3Aa%2A&sort=name%3A1",
        200, #"{"start":100,"limit":50,"length":1,"users":[{"user_id":"a|1"}],"total":2500}"#)
    ) {
      try await $0.users(
        UserQuery(lucene: "name:a*", sort: .init(field: "name"), page: 2, perPage: 50))
    }
    #expect(
      page
        == Page(
          items: [User(id: UserID("a|1"))], start: 100, total: 2_500,
          reach: .first(1_000, of: 2_500)))
  }

  @Test("A page of users without totals stands where it was asked for")
  func bareUsers() async throws {
    let page = try await LoopbackServer.play(
      Reply(
        to: "GET /api/v2/users?page=2&per_page=50&include_totals=true&search_engine=v3", 200,
        #"[{"user_id":"a|1"}]"#)
    ) { try await $0.users(UserQuery(page: 2, perPage: 50)) }
    #expect(page == Page(items: [User(id: UserID("a|1"))], start: 100, total: nil))
  }

  @Test("Users by email are a bare array")
  func byEmail() async throws {
    let users = try await LoopbackServer.play(
      Reply(
        to: "GET /api/v2/users-by-email?email=a%2Bb%40x.example", 200,
        #"[{"user_id":"auth0|1"},{"user_id":"google-oauth2|2"}]"#)
    ) { try await $0.users(withEmail: "a+b@x.example") }
    #expect(users.map(\.id.rawValue) == ["auth0|1", "google-oauth2|2"])
  }

  @Test("The holders of a role come with their number")
  func members() async throws {
    let page = try await LoopbackServer.play(
      Reply(
        to: "GET /api/v2/roles/rol_1/users?page=0&per_page=2&include_totals=true", 200,
        #"{"users":[{"user_id":"a|1","name":"A"},{"user_id":7}],"start":0,"limit":2,"total":48210}"#
      )
    ) { try await $0.members(ofRole: RoleID("rol_1"), perPage: 2) }
    #expect(page.items == [RoleMember(id: UserID("a|1"), name: "A"), RoleMember(id: UserID("7"))])
    #expect(page.total == 48_210)
  }

  @Test("Odd fields do not hide a user")
  func tolerance() async throws {
    let body = """
      {"user_id":"auth0|1","email":null,"email_verified":"yes","last_login":{"$date":1},
       "created_at":"2023-01-25T19:00:32.884Z","logins_count":"many","blocked":null,
       "identities":[{"user_id":1047,"provider":"google-oauth2","connection":null}],
       "multifactor":{},"unknown":[[[]]]}
      """
    let user = try await LoopbackServer.play(Reply(to: "GET /api/v2/users/auth0%7C1", 200, body)) {
      try await $0.user(UserID("auth0|1")).user
    }
    #expect(user.email == nil)
    #expect(user.isEmailVerified == nil)
    #expect(user.lastLogin == nil)
    #expect(user.createdAt != nil)
    #expect(user.createdAt == Date(timestamp: "2023-01-25T19:00:32.884Z"))
    #expect(user.loginsCount == nil)
    #expect(!user.isBlocked)
    #expect(
      user.identities == [Identity(connection: "", provider: "google-oauth2", userID: "1047")])
  }

  @Test("What the tenant says about its rate limit is passed on with each answer")
  func rateLimit() async throws {
    let (limits, limit) = AsyncStream.makeStream(of: RateLimit.self)
    let target = "GET /api/v2/users-by-email?email=a"
    let headers = ["X-RateLimit-Limit: 10", "x-ratelimit-remaining: 7"]
    try await LoopbackServer.run([
      Reply(to: target, 200, "[]", headers: headers + ["x-ratelimit-reset: 1700000003"]),
      Reply(to: target, 200, "[]"),
      Reply(to: target, 404, "{}", headers: headers),
    ]) { server in
      try await server.withClient(observer: { limit.yield($0) }) { client in
        _ = try await client.users(withEmail: "a")
        _ = try await client.users(withEmail: "a")
        await #expect(throws: APIError.self) { try await client.users(withEmail: "a") }
      }
    }
    limit.finish()
    let expected = [
      RateLimit(limit: 10, remaining: 7, resetsAt: Date(timeIntervalSince1970: 1_700_000_003)),
      RateLimit(limit: 10, remaining: 7, resetsAt: nil),
    ]
    var seen: [RateLimit] = []
    for await limit in limits { seen.append(limit) }
    #expect(seen == expected)
  }

  @Test("An empty id is not asked for, for its path is that of a list")
  func emptyID() async throws {
    try await LoopbackServer.play { client in
      await #expect(throws: APIError.self) { try await client.user(UserID("")) }
      await #expect(throws: APIError.self) { try await client.roles(ofUser: UserID("")) }
      await #expect(throws: APIError.self) { try await client.permissions(ofUser: UserID("")) }
      await #expect(throws: APIError.self) { try await client.organizations(ofUser: UserID("")) }
      await #expect(throws: APIError.self) { try await client.permissions(ofRole: RoleID("")) }
      await #expect(throws: APIError.self) {
        try await client.members(ofRole: RoleID(""), perPage: 1)
      }
    }
  }
}
