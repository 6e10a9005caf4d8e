import Testing

@testable import LocalTenant

@Suite("Operations, and what they answer")
struct OperationsTests {
  /// One call and what it answers: the status, and a part of the body.
  struct Case: Sendable, CustomTestStringConvertible {
    var method: String
    var path: String
    var body: String?
    var status: Int
    var text: String

    init(_ method: String, _ path: String, _ body: String?, _ status: Int, _ text: String) {
      (self.method, self.path, self.body) = (method, path, body)
      (self.status, self.text) = (status, text)
    }

    init(_ method: String, _ path: String, _ status: Int, _ text: String) {
      self.init(method, path, nil, status, text)
    }

    var testDescription: String { "\(method) \(path) \(body ?? "") -> \(status)" }
  }

  private static let ana = "/users/auth0%7C63d17c50e99d3933163bdda9"
  private static let nobody = "/users/auth0%7C000000000000000000000000"
  private static let noRole = "/roles/rol_0000000000000000"
  private static let reports = "/resource-servers/https%3A%2F%2Freports.acme.example%2F"
  private static let read =
    #"{"permissions":[{"resource_server_identifier":"https://people.acme.example/","permission_name":"read:audit"}]}"#

  private static let cases: [Case] = [
    Case("PATCH", ana, #"{"nickname":"ana"}"#, 200, #""nickname":"ana""#),
    Case("PATCH", ana, #"{"rank":1}"#, 400, "Additional properties not allowed: rank"),
    Case("PATCH", ana, #"{"blocked":"yes"}"#, 400, "Expected type boolean but found type string"),
    Case("PATCH", ana, #"{"email":"no"}"#, 400, "format email"),
    Case("PATCH", ana, "{}", 400, "invalid_body"),
    Case("PATCH", nobody, #"{"name":"x"}"#, 404, "inexistent_user"),
    Case("DELETE", nobody, 204, ""),
    Case(
      "POST", "/roles", #"{"name":"New","description":"d"}"#, 200,
      #""name":"New","description":"d"}"#),
    Case(
      "POST", "/roles", #"{"name":"support"}"#, 409,
      #"{"statusCode":409,"error":"Conflict","message":"The role already exists."}"#),
    Case("POST", "/roles", #"{"description":"d"}"#, 400, "Missing required property: name"),
    Case(
      "DELETE", noRole, 404,
      #"{"statusCode":404,"error":"Not Found","message":"The role does not exist."}"#),
    Case("GET", noRole + "/users", 404, "Role not found."),
    Case("POST", noRole + "/users", #"{"users":[]}"#, 404, "Role not found."),
    Case("POST", ana + "/permissions", read, 201, "{}"),
    Case("DELETE", ana + "/permissions", read, 204, ""),
    Case(
      "POST", ana + "/permissions", read.replacing("people", with: "none"), 404,
      "The resource server does not exist."),
    Case("POST", ana + "/permissions", read.replacing("read:audit", with: "fly"), 400, "fly"),
    Case("DELETE", ana + "/roles", #"{"roles":["rol_0000000000000000"]}"#, 204, ""),
    Case("DELETE", ana + "/roles", 400, "Expected type object but found type null"),
    Case("GET", ana + "/effective-roles", 200, #""sources":["direct"]"#),
    Case(
      "GET", ana + "/effective-roles/sources/groups?role_id=rol_0000000000000000", 200,
      #"{"groups":[]}"#),
    Case("GET", ana + "/effective-permissions", 400, "resource_server_identifier"),
    Case(
      "GET",
      ana
        + "/effective-permissions?resource_server_identifier=https%3A%2F%2Fpeople.acme.example%2F",
      200, #""sources":["direct","roles"]"#),
    Case("GET", ana + "/sessions", 200, #"{"sessions":[{"id":""#),
    Case("GET", nobody + "/sessions", 404, "inexistent_user"),
    Case("DELETE", ana + "/sessions", 202, "{}"),
    Case("DELETE", ana + "/refresh-tokens", 202, "{}"),
    Case("POST", ana + "/revoke-access", "{}", 202, ""),
    Case("GET", ana + "/logs", 200, #""type":"s","description":"Successful login""#),
    Case("GET", nobody + "/logs", 200, "[]"),
    Case("GET", "/logs/900", 404, "Log not found."),
    Case("GET", "/logs?page=10&per_page=100", 400, "invalid_paging"),
    Case("GET", "/user-blocks/auth0%7C63d17c50e99d3933163bdda9", 200, #"{"blocked_for":[]}"#),
    Case("GET", "/connections?name=email", 200, #""strategy":"email""#),
    Case(
      "GET", "/connections?page=10&per_page=100", 400, "use the checkpoint pagination method."),
    Case(
      "GET", "/tenants/settings?fields=support_email", 200,
      #"{"support_email":"support@acme.example"}"#),
    Case("GET", "/organizations/org_0", 404, "No organization found by that id or name"),
    Case("GET", "/organizations/\(String(repeating: "o", count: 51))", 400, "invalid_uri"),
    Case("GET", "/organizations?take=3", 200, #""next":""#),
    Case("GET", "/groups", 200, #"{"groups":[{"id":"grp_"#),
    Case("POST", "/jobs/users-exports", #"{"format":"xml"}"#, 400, "No enum match for: xml"),
    Case("POST", "/jobs/users-exports", 200, #"{"type":"users_export","status":"pending""#),
    Case("GET", "/jobs/job_0000000000000000", 404, "Job not found."),
    Case(
      "PATCH", "/resource-servers/https%3A%2F%2Freports.acme.example%2F",
      #"{"enforce_policies":true,"token_dialect":"access_token_authz"}"#, 200,
      #""enforce_policies":true"#),
    Case(
      "PATCH", reports,
      #"{"signing_alg":"PS256","allow_offline_access":true,"consent_policy":null}"#, 200,
      #""signing_alg":"PS256","allow_offline_access":true,"skip_consent"#),
    Case(
      "PATCH", reports, #"{"signing_alg":"HS256","signing_secret":"0123456789abcdef"}"#, 200,
      #""signing_secret":"0123456789abcdef""#),
    Case("PATCH", reports, #"{"signing_secret":"0123456789abcdef"}"#, 200, #""RS256","allow_off"#),
    Case("PATCH", reports, #"{"signing_secret":"short"}"#, 400, "String is too short (5 chars)"),
    Case("PATCH", reports, #"{"signing_alg":"none"}"#, 400, "No enum match for: none"),
    Case(
      "PATCH", reports,
      #"{"proof_of_possession":{"mechanism":"dpop","required":true,"required_for":"all_clients"}}"#,
      200, #""proof_of_possession":{"mechanism":"dpop","required":true"#),
    Case(
      "PATCH", reports, #"{"proof_of_possession":{"mechanism":"dpop"}}"#, 400,
      "Missing required property: required' on property proof_of_possession"),
    Case(
      "PATCH", reports,
      #"{"token_encryption":{"format":"compact-nested-jwe","encryption_key":{"alg":"RSA-OAEP-256","pem":"x","x":1}}}"#,
      400, "Additional properties not allowed: x' on property token_encryption.encryption_key"),
    Case(
      "PATCH", reports, #"{"subject_type_authorization":{"user":{"policy":"deny_all","x":1}}}"#,
      200, #""subject_type_authorization":{"user":{"policy":"deny_all","x":1}}"#),
    Case(
      "PATCH", reports, #"{"authorization_details":[{"type":"payment"}]}"#, 200,
      #""authorization_details":[{"type":"payment"}]"#),
    Case(
      "PATCH", reports, #"{"authorization_policy":{"policy_id":"p"}}"#, 200,
      #""authorization_policy":{"policy_id":"p"}"#),
    Case("PATCH", reports, #"{"authorization_policy":7}"#, 400, "but found type integer"),
    Case("PATCH", reports, #"{"name":"<b>"}"#, 400, "does not match pattern"),
    Case("PATCH", "/resource-servers/none", "{}", 404, "inexistent_resource_server"),
  ]

  @Test(
    "Each answers as recorded, documented or chosen",
    arguments: cases)
  func answers(call: Case) async throws {
    try await RunningTenant.run { tenant in
      let answer = try await tenant.call(call.method, "/api/v2" + call.path, body: call.body)
      #expect(answer.status == call.status, "\(answer.text)")
      #expect(answer.text.contains(call.text), "\(answer.text)")
      if call.text.isEmpty { #expect(answer.text.isEmpty) }
    }
  }

  @Test("The Management API itself cannot be changed")
  func systemAPI() async throws {
    try await RunningTenant.run { tenant in
      let path = "/api/v2/resource-servers/" + tenant.address.audience.escaped
      let answer = try await tenant.call("PATCH", path, body: #"{"name":"x"}"#)
      #expect(answer.status == 400)
      #expect(answer.text.contains("System resource servers cannot be patched."))
    }
  }

  @Test("A write leaves an entry in the log, with its path, body and correlation id")
  func log() async throws {
    try await RunningTenant.run { tenant in
      let body = #"{"roles":["rol_0000000000000000"]}"#
      _ = try await RawClient(port: tenant.address.port).send(
        "DELETE", RunningTenant.anaPath + "/roles",
        headers: ["authorization: Bearer \(tenant.address.token)", "x-correlation-id: run-7"],
        body: Array(body.utf8))
      let entry = try #require(tenant.server.store.read { $0.logs.entries.last })
      let text = String(decoding: entry.json.bytes, as: UTF8.self)
      for part in [
        #""type":"sapi","description":"Removes roles from a user""#, #""body":\#(body)"#,
        #""method":"delete","path":"\#(RunningTenant.anaPath)/roles""#, #""user_id":null"#,
        #""references":{"correlation_id":"run-7"}"#, #""statusCode":204"#,
      ] {
        #expect(text.contains(part), "\(part) in \(text)")
      }
      let page = try await tenant.get("/logs?q=type%3Asapi&per_page=1")
      #expect(page.text.contains(entry.id))
      let checkpoint = try await tenant.get("/logs?take=1")
      #expect(checkpoint.headers["link"]?.hasSuffix(#"&take=1>; rel="next""#) ?? false)
    }
  }

  @Test("Nobody is given more than 50 roles")
  func limit() async throws {
    try await RunningTenant.run { tenant in
      let ids = tenant.server.roleIDs().prefix(51).map { "\"\($0)\"" }.joined(separator: ",")
      let answer = try await tenant.call(
        "POST", RunningTenant.anaPath + "/roles", body: "{\"roles\":[\(ids)]}")
      #expect(answer.status == 409)
      #expect(tenant.server.roles(ofUser: RunningTenant.ana).count == 3)
    }
  }

  @Test("A search that lags sees a name later, a search without time is 503")
  func search() async throws {
    let lagging = TenantServer(
      configuration: TenantConfiguration(users: 20, rate: 100_000, searchLag: .seconds(600)))
    try await RunningTenant.run(lagging) { tenant in
      _ = try await tenant.call("PATCH", RunningTenant.anaPath, body: #"{"name":"Zed Quux"}"#)
      #expect(try await tenant.get("/users?q=name%3Aquux*").text == "[]")
      #expect(
        try await tenant.get("/users?q=name%3A%22Ana%20Lima%22").text.contains("Zed") == false)
      #expect(try await tenant.call("GET", RunningTenant.anaPath).text.contains("Zed Quux"))
    }
    let slow = TenantServer(
      configuration: TenantConfiguration(users: 20, rate: 100_000, searchTimeout: .zero))
    try await RunningTenant.run(slow) { tenant in
      let answer = try await tenant.get("/users?q=name%3A*ana*")
      #expect(answer.status == 503)
      #expect(answer.text.contains("The query exceeded the timeout."))
    }
  }

  @Test("An export ends in a file behind a link")
  func export() async throws {
    let server = TenantServer(
      configuration: TenantConfiguration(users: 20, rate: 100_000, exportDuration: .zero))
    try await RunningTenant.run(server) { tenant in
      let body =
        #"{"fields":[{"name":"user_id"},{"name":"identities[0].connection","export_as":"c"}]}"#
      let job = try JSONReader.read(
        try await tenant.call("POST", "/api/v2/jobs/users-exports", body: body).body)
      let id = try #require(job["id"]?.string)
      let done = try JSONReader.read(try await tenant.get("/jobs/\(id)").body)
      let location = try #require(done["location"]?.string)
      let path = String(location.dropFirst(tenant.address.url.count))
      let file = try await tenant.call("GET", path, token: "")
      #expect(file.status == 200)
      #expect(file.body.starts(with: [0x1F, 0x8B]))
      #expect(
        file.text.contains(
          #"{"user_id":"\#(RunningTenant.ana)","c":"Username-Password-Authentication"}"#))
      #expect(try await tenant.call("GET", path + "0", token: "").status == 403)
    }
  }

  @Test("A checksum is that of the format")
  func checksum() {
    #expect(Gzip.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
  }
}
