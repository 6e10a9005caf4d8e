import Testing

@testable import LocalTenant

@Suite("A user's roles over HTTP")
struct UserRolesTests {
  private static let path = RunningTenant.anaPath + "/roles"

  @Test("The list has three shapes: bare, with totals, and empty")
  func shapes() async throws {
    try await RunningTenant.run { tenant in
      let bare = try await tenant.call("GET", Self.path).decoded(as: [RoleBody].self)
      #expect(bare.map(\.name) == ["Billing Admin", "Support", "Auditor"])
      let page = try await tenant.call("GET", Self.path + "?include_totals=true&per_page=1&page=1")
      let role = bare[1]
      #expect(
        page.text
          == #"{"roles":[{"id":"\#(role.id)","name":"Support","description":"\#(role.description)"}],"start":1,"limit":1,"total":3}"#
      )
      tenant.server.removeRoles(bare.map(\.id), fromUser: RunningTenant.ana)
      let empty = try await tenant.call("GET", Self.path + "?include_totals=true")
      #expect(empty.text == #"{"roles":[],"start":0,"limit":50,"total":0}"#)
    }
  }

  @Test("A role taken away is gone from the roles, the permissions and the members")
  func removal() async throws {
    try await RunningTenant.run { tenant in
      let role = try tenant.roleID("Billing Admin")
      let answer = try await tenant.call("DELETE", Self.path, body: #"{"roles":["\#(role)"]}"#)
      #expect(answer.status == 204)
      #expect(answer.body.isEmpty)
      #expect(answer.headers["content-type"] == nil)
      #expect(!(try await tenant.call("GET", Self.path)).text.contains(role))
      let permissions = try await tenant.call("GET", RunningTenant.anaPath + "/permissions")
      #expect(!permissions.text.contains("refund:invoices"))
      #expect(permissions.text.contains("read:invoices"))
      let members = try await tenant.get("/roles/\(role)/users?per_page=100")
      #expect(!members.text.contains(RunningTenant.ana))
      #expect(members.text.contains("google-oauth2|104721366189034178813"))
      #expect(!tenant.server.roles(ofUser: RunningTenant.ana).contains(role))
    }
  }

  @Test("A role that is not held, or is not there, is removed all the same")
  func notHeld() async throws {
    try await RunningTenant.run { tenant in
      let before = tenant.server.roles(ofUser: RunningTenant.ana)
      let owner = try tenant.roleID("Owner")
      let body = #"{"roles":["\#(owner)","rol_0000000000000000"]}"#
      #expect(try await tenant.call("DELETE", Self.path, body: body).status == 204)
      #expect(tenant.server.roles(ofUser: RunningTenant.ana) == before)
    }
  }

  @Test("A body that will not do is refused in the API's words, and changes nothing")
  func bodies() async throws {
    try await RunningTenant.run { tenant in
      let role = try tenant.roleID("Billing Admin")
      let about = "(List of roles IDs to associated with the user)"
      for (body, message) in [
        (nil, "Payload validation error: 'Expected type object but found type null'."),
        ("null", "Payload validation error: 'Expected type object but found type null'."),
        ("[]", "Payload validation error: 'Expected type object but found type array'."),
        ("{}", "Payload validation error: 'Missing required property: roles'."),
        (
          #"{"roles":[]}"#,
          "Payload validation error: 'Array is too short (0), minimum 1' on property roles \(about)."
        ),
        (
          #"{"roles":"\#(role)"}"#,
          "Payload validation error: 'Expected type array but found type string' on property roles \(about)."
        ),
        (
          #"{"roles":[1]}"#,
          "Payload validation error: 'Expected type string but found type integer' on property roles[0]."
        ),
        (
          #"{"roles":["\#(role)"],"x":1}"#,
          "Payload validation error: 'Additional properties not allowed: x'."
        ),
        (#"{"roles":["\#(role)","Billing Admin"]}"#, "Invalid request payload input"),
        (#"{"roles":["\#(role)""#, "Invalid request payload JSON format"),
      ] as [(String?, String)] {
        for method in ["DELETE", "POST"] {
          let answer = try await tenant.call(method, Self.path, body: body)
          let error = try answer.decoded(as: ErrorBody.self)
          #expect(answer.status == 400)
          #expect(error.message == message)
          #expect(error.errorCode == "invalid_body")
        }
      }
      #expect(tenant.server.roles(ofUser: RunningTenant.ana).contains(role))
    }
  }

  @Test("A user that does not exist", arguments: ["DELETE", "POST"])
  func missingUser(method: String) async throws {
    try await RunningTenant.run { tenant in
      let role = try tenant.roleID("Support")
      let answer = try await tenant.call(
        method, "/api/v2/users/auth0%7C0/roles", body: #"{"roles":["\#(role)"]}"#)
      #expect(answer.status == 404)
      #expect(try answer.decoded(as: ErrorBody.self).errorCode == "inexistent_user")
      let list = try await tenant.get("/users/auth0%7C0/roles").decoded(as: ErrorBody.self)
      #expect(list.message == "User not found.")
    }
  }

  @Test("A role given back goes to the end of the members, and giving it twice changes nothing")
  func assignment() async throws {
    try await RunningTenant.run { tenant in
      let role = try tenant.roleID("Billing Admin")
      let body = #"{"roles":["\#(role)"]}"#
      #expect(try await tenant.call("DELETE", Self.path, body: body).status == 204)
      #expect(try await tenant.call("POST", Self.path, body: body).status == 204)
      #expect(try await tenant.call("POST", Self.path, body: body).status == 204)
      #expect(tenant.server.users(withRole: role).last == RunningTenant.ana)
      #expect(tenant.server.users(withRole: role).count { $0 == RunningTenant.ana } == 1)
      let unknown = try await tenant.call(
        "POST", Self.path, body: #"{"roles":["rol_0000000000000000"]}"#)
      #expect(unknown.status == 404)
    }
  }

  @Test("Removing asks for update:users alone, assigning for create:role_members besides")
  func scopes() async throws {
    try await RunningTenant.run { tenant in
      let token = try await tenant.server.token(scopes: ["update:users"])
      let body = #"{"roles":["\#(try tenant.roleID("Support"))"]}"#
      #expect(try await tenant.call("DELETE", Self.path, body: body, token: token).status == 204)
      let refused = try await tenant.call("POST", Self.path, body: body, token: token)
      #expect(
        refused.text
          == #"{"statusCode":403,"error":"Forbidden","message":"Insufficient scope, expected all of: update:users,create:role_members","errorCode":"insufficient_scope"}"#
      )
    }
  }

  @Test("The permissions name their sources, the organizations their names")
  func permissionsAndOrganizations() async throws {
    try await RunningTenant.run { tenant in
      let support = try tenant.roleID("Support")
      tenant.server.removeRoles([try tenant.roleID("Billing Admin")], fromUser: RunningTenant.ana)
      let page = try await tenant.call(
        "GET", RunningTenant.anaPath + "/permissions?include_totals=true&per_page=1&page=2")
      #expect(
        page.text
          == #"{"permissions":[{"permission_name":"read:users","description":"Read people's profiles","resource_server_name":"People API","resource_server_identifier":"https://people.acme.example/","sources":[{"source_id":"\#(support)","source_name":"Support","source_type":"ROLE"},{"source_id":"","source_name":"","source_type":"DIRECT"}]}],"start":2,"limit":1,"total":6}"#
      )
      let organizations = try await tenant.call(
        "GET", RunningTenant.anaPath + "/organizations?include_totals=true")
      #expect(organizations.text.hasPrefix(#"{"organizations":[{"id":"org_"#))
      #expect(organizations.text.hasSuffix(#"],"start":0,"limit":50,"total":2}"#))
    }
  }
}
