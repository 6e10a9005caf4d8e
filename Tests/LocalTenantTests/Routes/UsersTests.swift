import Testing

@testable import LocalTenant

@Suite("Users over HTTP")
struct UsersTests {
  @Test("The list is a bare array of 50 unless totals are asked for")
  func lists() async throws {
    try await RunningTenant.run { tenant in
      let bare = try await tenant.get("/users")
      #expect(bare.status == 200)
      #expect(bare.headers["content-type"] == "application/json; charset=utf-8")
      #expect(
        try bare.decoded(as: [UserBody].self).map(\.userId)
          == Array(
            tenant.server.userIDs().prefix(50)))
      let page = try await tenant.get("/users?include_totals=true&per_page=25&page=2")
      let users = try page.decoded(as: UsersEnvelope.self)
      #expect(page.text.hasPrefix(#"{"start":50,"limit":25,"length":10,"users":[{"#))
      #expect(page.text.hasSuffix(#"],"total":60}"#))
      #expect(users.users.map(\.userId) == Array(tenant.server.userIDs().dropFirst(50)))
      let empty = try await tenant.get("/users?include_totals=true&page=9")
      #expect(empty.text == #"{"start":450,"limit":50,"length":0,"users":[],"total":60}"#)
      #expect(try await tenant.get("/users?per_page=0").text == "[]")
    }
  }

  @Test("A page past the first 1,000 is refused, however few users there are")
  func wall() async throws {
    try await RunningTenant.run { tenant in
      #expect(try await tenant.get("/users?page=9&per_page=100").status == 200)
      #expect(try await tenant.get("/users?page=19").status == 200)
      for target in ["/users?page=10&per_page=100", "/users?page=20", "/users?page=999999999"] {
        let refused = try await tenant.get(target)
        #expect(refused.status == 400)
        #expect(
          refused.text
            == #"{"statusCode":400,"error":"Bad Request","message":"You can only page through the first 1000 records. See https://auth0.com/docs/users/search/v3/view-search-results-by-page#limitation","errorCode":"invalid_paging"}"#
        )
      }
    }
  }

  @Test("Values that the API does not take are named")
  func validation() async throws {
    try await RunningTenant.run { tenant in
      for (query, message) in [
        (
          "per_page=1000",
          "'Value 1000 is greater than maximum 100' on property per_page (Number of results per page. Defaults to 50)."
        ),
        (
          "page=-1",
          "'Value -1 is less than minimum 0' on property page (Page index of the results to return. First page is 0)."
        ),
        (
          "page=x",
          "'Expected type integer but found type string' on property page (Page index of the results to return. First page is 0)."
        ),
        (
          "sort=name",
          #"'String does not match pattern ^(([a-zA-Z0-9_\.]+))\:(1|-1)$: name' on property sort (Field to sort by. Use field:order where order is 1 for ascending and -1 for descending)."#
        ),
      ] {
        let error = try await tenant.get("/users?\(query)").decoded(as: ErrorBody.self)
        #expect(error.statusCode == 400)
        #expect(error.error == "Bad Request")
        #expect(error.message == "Query validation error: " + message)
        #expect(error.errorCode == "invalid_query_string")
      }
      for query in [
        "include_totals=yes", "search_engine=v2", "sort=user_metadata.a:1", "primary_order=1",
        "q=(", "q=name:*ab", "include_fields=1",
      ] {
        let error = try await tenant.get("/users?\(query)").decoded(as: ErrorBody.self)
        #expect(error.errorCode == "invalid_query_string", "\(query)")
      }
    }
  }

  @Test("Searches, sorts and chosen fields work together")
  func search() async throws {
    try await RunningTenant.run { tenant in
      let query = #"email:"ana@acme.example""#.escaped
      let answer = try await tenant.get(
        "/users?q=\(query)&search_engine=v3&include_totals=true&sort=user_id%3A-1&fields=user_id,name"
      )
      #expect(
        answer.text
          == #"{"start":0,"limit":50,"length":2,"users":[{"name":"Ana Lima","user_id":"google-oauth2|104721366189034178813"},{"name":"Ana Lima","user_id":"auth0|63d17c50e99d3933163bdda9"}],"total":2}"#
      )
      let left = try await tenant.get(
        RunningTenant.anaPath.dropping("/api/v2")
          + "?include_fields=false&fields=identities,app_metadata,user_metadata")
      #expect(left.text.contains(#""user_id""#))
      #expect(!left.text.contains(#""identities""#))
      #expect(!left.text.contains(#""app_metadata""#))
    }
  }

  @Test("A look-up by email is exact, and answers a bare array")
  func byEmail() async throws {
    try await RunningTenant.run { tenant in
      let found = try await tenant.get("/users-by-email?email=ana%40acme.example")
      #expect(try found.decoded(as: [UserBody].self).count == 2)
      #expect(try await tenant.get("/users-by-email?email=Ana%40acme.example").text == "[]")
      #expect(try await tenant.get("/users-by-email").status == 400)
    }
  }

  @Test("Every user is found by the id, escaped as one segment, and only as what it is")
  func everyID() async throws {
    try await RunningTenant.run { tenant in
      for id in tenant.server.userIDs() {
        let answer = try await tenant.get("/users/\(id.escaped)")
        #expect(answer.status == 200, "\(id)")
        #expect(try answer.decoded(as: UserBody.self).userId == id)
      }
      for target in ["auth0%7c63d17c50e99d3933163bdda9", "auth0|63d17c50e99d3933163bdda9"] {
        #expect(try await tenant.get("/users/\(target)").status == 200)
      }
    }
  }

  @Test("A user that does not exist, and an id that is none")
  func missing() async throws {
    try await RunningTenant.run { tenant in
      #expect(
        try await tenant.get("/users/auth0%7C0").text
          == #"{"statusCode":404,"error":"Not Found","message":"The user does not exist.","errorCode":"inexistent_user"}"#
      )
      let malformed = try await tenant.get("/users/nobody").decoded(as: ErrorBody.self)
      #expect(malformed.statusCode == 400)
      #expect(malformed.errorCode == "invalid_uri")
      #expect(malformed.message.contains("format user-id: nobody"))
    }
  }

  @Test("An identity provider's token is shown to those alone who may see it")
  func providerTokens() async throws {
    try await RunningTenant.run { tenant in
      let path = "/users/google-oauth2%7C104721366189034178813"
      let plain = try await tenant.server.token(scopes: ["read:users"])
      #expect(!(try await tenant.get(path, token: plain)).text.contains("access_token"))
      let more = try await tenant.server.token(scopes: ["read:users", "read:user_idp_tokens"])
      #expect((try await tenant.get(path, token: more)).text.contains("access_token"))
    }
  }
}

extension String {
  fileprivate func dropping(_ prefix: String) -> String { String(dropFirst(prefix.count)) }
}
