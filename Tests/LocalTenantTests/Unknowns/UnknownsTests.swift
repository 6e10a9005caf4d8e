import Testing

@testable import LocalTenant

@Suite("Answers that nobody knows")
struct UnknownsTests {
  private static func run(
    _ switches: String, _ body: @escaping @Sendable (RunningTenant) async throws -> Void
  ) async throws {
    var configuration = TenantConfiguration(users: 60, rate: 100_000, exportDuration: .zero)
    configuration.unknowns = try TenantConfiguration.Unknowns(parsing: switches)
    try await RunningTenant.run(TenantServer(configuration: configuration), body)
  }

  @Test("Switches change what is unknown")
  func unknowns() async throws {
    try await Self.run(
      "remove-unheld=404,partial=yes,sources-name-roles=no,member-lag=600s"
    ) { tenant in
      let (support, owner) = (try tenant.roleID("Support"), try tenant.roleID("Owner"))
      let answer = try await tenant.call(
        "DELETE", RunningTenant.anaPath + "/roles", body: #"{"roles":["\#(support)","\#(owner)"]}"#)
      #expect(answer.status == 404)
      #expect(!tenant.server.roles(ofUser: RunningTenant.ana).contains(support))
      let members = try await tenant.get("/roles/\(support)/users?per_page=100")
      #expect(members.text.contains(RunningTenant.ana))
      let permissions = try await tenant.call("GET", RunningTenant.anaPath + "/permissions")
      #expect(!permissions.text.contains("ROLE"))
    }
  }

  @Test(
    "What answers an assignment that changes nothing, or is too much, and a wrong secret",
    arguments: [
      ("assign-held=204", 204, 409, 401), ("assign-held=409,assign-too-many=400", 409, 400, 401),
      ("assign-held=400,wrong-secret=403", 400, 409, 403),
    ])
  func refusals(switches: String, held: Int, tooMany: Int, wrongSecret: Int) async throws {
    try await Self.run(switches) { tenant in
      let before = tenant.server.roles(ofUser: RunningTenant.ana)
      func assign(_ ids: some Sequence<String>) async throws -> Int {
        let list = ids.map { "\"\($0)\"" }.joined(separator: ",")
        return try await tenant.call(
          "POST", RunningTenant.anaPath + "/roles", body: "{\"roles\":[\(list)]}"
        ).status
      }
      #expect(try await assign(before.prefix(1)) == held)
      let others = tenant.server.roleIDs().filter { !before.contains($0) }
      #expect(try await assign(others.prefix(48)) == tooMany)
      #expect(tenant.server.roles(ofUser: RunningTenant.ana) == before)
      let form =
        "grant_type=client_credentials&client_id=\(tenant.address.clientID)&client_secret=no"
        + "&audience=\(tenant.address.audience.escaped)"
      let answer = try await RawClient(port: tenant.address.port).send(
        "POST", "/oauth/token", headers: ["content-type: application/x-www-form-urlencoded"],
        body: Array(form.utf8))
      #expect(answer.status == wrongSecret)
    }
  }

  @Test(
    "What one call answers",
    arguments: [
      Answer("", "/users?per_page=0", 200, is: "[]"),
      Answer("", "/users?per_page=0&include_totals=true", 200, contains: #""limit":0"#),
      Answer("", "/logs?per_page=0", 200, is: "[]"),
      Answer(
        "per-page-0=usual", "/users?per_page=0&include_totals=true", 200,
        contains: #""limit":50,"length":50"#),
      Answer(
        "per-page-0=400", "/users?per_page=0", 400,
        contains: "Value 0 is less than minimum 1' on property per_page"),
      Answer("", "/users?q=name:*ab", 400, contains: "needs at least 3 characters"),
      Answer(
        "short-wildcard=bare", "/users?q=name:*ab", 400,
        is: #"{"statusCode":400,"error":"Bad Request","message":"Bad Request"}"#),
      Answer("short-wildcard=bare", "/users?q=name:(", 400, contains: "invalid_query_string"),
      Answer("", "/users/auth0%7C0123456789abcdef0123", 404, contains: "inexistent_user"),
      Answer(
        "user-id-length=20", "/users/auth0%7C0123456789abcdef0123", 400, contains: "invalid_uri"),
      Answer("numeric-ids=no", "/users?per_page=60", 200, contains: #""user_id":"1"#),
      Answer("numeric-ids=yes", "/users?per_page=60", 200, contains: #""user_id":1"#),
    ])
  func answer(expected: Answer) async throws {
    try await Self.run(expected.switches) { tenant in
      let answer = try await tenant.get(expected.target)
      #expect(answer.status == expected.status)
      #expect(expected.isWhole ? answer.text == expected.text : answer.text.contains(expected.text))
    }
  }

  struct Answer: Sendable, CustomTestStringConvertible {
    var switches: String
    var target: String
    var status: Int
    var text: String
    var isWhole: Bool

    init(_ switches: String, _ target: String, _ status: Int, is text: String) {
      (self.switches, self.target, self.status, self.text) = (switches, target, status, text)
      isWhole = true
    }

    init(_ switches: String, _ target: String, _ status: Int, contains text: String) {
      self.init(switches, target, status, is: text)
      isWhole = false
    }

    var testDescription: String { "\(switches) \(target)" }
  }

  @Test(
    "The members of a 401, and the ids of answers",
    arguments: [
      ("", true, false), ("401-attributes=no", false, false), ("request-id=yes", true, true),
    ])
  func refusalOfToken(switches: String, hasAttributes: Bool, hasRequestID: Bool) async throws {
    try await Self.run(switches) { tenant in
      let answers = [
        try await tenant.get("/roles", token: "no"), try await tenant.get("/roles", token: "no"),
      ]
      #expect(answers.allSatisfy { $0.status == 401 })
      let attributes = #""attributes":{"error":"Invalid token."}"#
      #expect(answers.allSatisfy { $0.text.contains(attributes) == hasAttributes })
      let ids = Set(answers.compactMap { $0.headers["x-request-id"] })
      #expect(ids.count == (hasRequestID ? 2 : 0))
    }
  }

  @Test(
    "An export of all connections says so in one of three ways",
    arguments: [
      ("", JSON.string("")), ("export-connection=null", .null), ("export-connection=absent", nil),
    ] as [(String, JSON?)])
  func export(switches: String, connection: JSON?) async throws {
    try await Self.run(switches) { tenant in
      let answer = try await tenant.call("POST", "/api/v2/jobs/users-exports", body: "{}")
      #expect(try JSONReader.read(answer.body)["connection"] == connection)
    }
  }

  @Test("One call assigns to a number of users that can be bounded, or to nobody")
  func assignment() async throws {
    try await Self.run("assign-users-limit=2") { tenant in
      let role = try tenant.roleID("Owner")
      let page = try JSONReader.read(try await tenant.get("/users?per_page=3&fields=user_id").body)
      let ids = try #require(page.array).compactMap { user in
        user["user_id"].map { String(decoding: $0.bytes, as: UTF8.self) }
      }
      for (count, status) in [(3, 400), (2, 200)] {
        let answer = try await tenant.call(
          "POST", "/api/v2/roles/\(role)/users",
          body: "{\"users\":[\(ids.prefix(count).joined(separator: ","))]}")
        #expect(answer.status == status)
        let held = tenant.server.roles(ofUser: RunningTenant.ana).contains(role)
        #expect(!held || status == 200)
      }
    }
  }

  @Test(
    "A scope that was not granted, and another name of the tenant",
    arguments: [("", 403, true), ("ungranted-scope=401,custom-domain=no", 401, false)])
  func token(switches: String, ungranted: Int, takesOtherName: Bool) async throws {
    try await Self.run(switches) { tenant in
      func ask(_ audience: String, _ scope: String) async throws -> RawResponse {
        let form =
          "grant_type=client_credentials&client_id=\(tenant.address.clientID)"
          + "&client_secret=\(tenant.address.clientSecret)&audience=\(audience.escaped)"
          + "&scope=\(scope.escaped)"
        return try await RawClient(port: tenant.address.port).send(
          "POST", "/oauth/token", headers: ["content-type: application/x-www-form-urlencoded"],
          body: Array(form.utf8))
      }
      #expect(try await ask(tenant.address.audience, "fly").status == ungranted)
      #expect(try await ask(tenant.address.audience, "read:roles").status == 200)
      let other = "http://localhost:\(tenant.address.port)/api/v2/"
      #expect(try await ask(other, "read:roles").status == (takesOtherName ? 200 : 403))
      let token = try await tenant.server.token(audience: other)
      #expect(try await tenant.get("/roles", token: token).status == (takesOtherName ? 200 : 401))
    }
  }

  @Test(
    "What is no switch is named",
    arguments: [
      ("user-id-length=0", #""user-id-length=0" is not a whole number from 1 to 1024"#),
      ("per-page-0=some", #""per-page-0=some" is not one of empty, usual, 400"#),
      ("x=1", #""x" is unknown; there are remove-unheld"#),
    ])
  func malformed(text: String, message: String) {
    #expect {
      try TenantConfiguration.Unknowns(parsing: text)
    } throws: { error in
      (error as? SwitchError)?.description.hasPrefix(message) ?? false
    }
  }
}
