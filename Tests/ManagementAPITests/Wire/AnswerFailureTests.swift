import AccessModel
import FoundationEssentials
import Testing

@testable import ManagementAPI

@Suite("Refusals and what they say")
struct AnswerFailureTests {
  private static let now = LoopbackServer.now

  private static func error(
    _ status: Int, _ body: String = "", headers: [String: String] = [:]
  ) -> APIError? {
    let answer = Answer(
      status: status, headers: headers, body: Array(body.utf8), receivedAt: now)
    do {
      try answer.check(for: .listUserRoles)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "The status decides",
    arguments: [
      (301, APIError.Code.unexpectedStatus), (304, .unexpectedStatus), (400, .badRequest),
      (401, .unauthorized), (402, .unexpectedStatus), (403, .forbidden), (404, .notFound),
      (405, .unexpectedStatus), (409, .conflict), (413, .badRequest), (414, .badRequest),
      (418, .unexpectedStatus), (422, .badRequest), (429, .rateLimited), (500, .serverError),
      (503, .serverError), (599, .serverError), (600, .unexpectedStatus), (999, .unexpectedStatus),
    ])
  func code(status: Int, code: APIError.Code) {
    for body in ["", "<html>", "{}", "[]", "null", #"{"statusCode":200,"message":7}"#] {
      #expect(Self.error(status, body) == APIError(code, .listUserRoles, status: status))
    }
  }

  @Test("Success is none", arguments: [200, 201, 202, 204, 206, 299])
  func success(status: Int) {
    #expect(Self.error(status, #"{"statusCode":400,"error":"Bad Request"}"#) == nil)
  }

  @Test("The tenant's words and code are kept")
  func words() {
    let gone = Self.error(
      404,
      #"{"statusCode":404,"error":"Not Found","message":"The user does not exist.","errorCode":"inexistent_user"}"#
    )
    #expect(gone?.message == "The user does not exist.")
    #expect(gone?.errorCode == "inexistent_user")
    let old = Self.error(429, #"{"statusCode":429,"error":"Too Many Requests"}"#)
    #expect(old?.message == "Too Many Requests")
    #expect(old?.errorCode == nil)
    let long = Self.error(400, #"{"message":"\#(String(repeating: "x", count: 5_000))"}"#)
    #expect(long?.message?.count == 1_000)
  }

  @Test(
    "Missing scopes are read from the words",
    arguments: [
      (
        "Insufficient scope, expected any of: read:users,read:current_user,read:user_idp_tokens",
        ["read:users", "read:current_user", "read:user_idp_tokens"]
      ),
      (
        "Insufficient scope; expected all of: read:users, read:roles, read:role_members",
        ["read:users", "read:roles", "read:role_members"]
      ),
      ("Insufficient scope, expected any of: update:users.", ["update:users"]),
      ("Insufficient scope, expected any of: ", []),
      ("Insufficient scope, expected any of:,, ,\u{1B}[31m,ok:scope", ["ok:scope"]),
      ("The account is not allowed to perform this operation.", []),
    ])
  func scopes(message: String, scopes: [String]) {
    #expect(ScopeList(message: message).scopes == scopes)
  }

  @Test("A 403 names the scopes")
  func insufficientScope() {
    let error = Self.error(
      403,
      #"{"statusCode":403,"error":"Forbidden","message":"Insufficient scope, expected any of: update:users","errorCode":"insufficient_scope"}"#
    )
    #expect(error?.code == .forbidden)
    #expect(error?.errorCode == "insufficient_scope")
    #expect(error?.expectedScopes == ["update:users"])
  }
}
