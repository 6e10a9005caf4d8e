import AccessModel
import Testing

@Suite("Errors say what is wrong and what to do")
struct ExplanationTests {
  private static let tenant = "acme.eu.auth0.com"

  /// Words of tenants and networks: with and without a full stop, none, and nothing but space.
  private static let words: [String?] = [
    nil, "", " . ", "No such thing", "The user does not exist.",
  ]

  @Test(
    "in whole sentences, whichever call failed in whichever way", arguments: APIError.Code.allCases)
  func sentences(code: APIError.Code) {
    for operation in Operation.allCases {
      for words in Self.words {
        for status in [nil, 418, 503] {
          let error = APIError(code, operation, status: status, message: words, detail: words)
          let explanation = error.explanation(tenant: Self.tenant)
          let problem = explanation.problem
          #expect(problem.hasSuffix("."), "\(operation): \(problem)")
          #expect(!problem.hasSuffix("..") && !problem.hasSuffix(" ."), "\(operation): \(problem)")
          #expect(!problem.contains(": ."), "\(operation): \(problem)")
          #expect(problem.first?.isLowercase == false || problem.hasPrefix(Self.tenant))
          #expect(explanation.remedy.count > 5, "\(operation)")
          #expect(explanation.remedy.hasSuffix(".") || explanation.remedy.hasSuffix("?"))
        }
      }
    }
  }

  @Test(
    "the tenant's words are told where it said some",
    arguments: [APIError.Code.badRequest, .unauthorized, .notFound, .conflict, .serverError])
  func tenantsWords(code: APIError.Code) {
    let error = APIError(code, .getUser, status: 400, message: "Mind the gap.")
    let problem = error.explanation(tenant: Self.tenant).problem
    #expect(problem.hasSuffix(": Mind the gap."))
    let silent = APIError(code, .getUser, status: 400)
    #expect(silent.explanation(tenant: Self.tenant).problem.hasSuffix(": status 400."))
  }

  @Test(
    "who cannot be reached is named",
    arguments: [APIError.Code.unreachable, .timedOut, .interrupted, .unauthorized, .answerTooLarge])
  func names(code: APIError.Code) {
    let explanation = APIError(code, .listUsers).explanation(tenant: Self.tenant)
    #expect(explanation.problem.contains(Self.tenant))
  }

  @Test("the network's words are told")
  func detail() {
    let error = APIError(.unreachable, .listUsers, detail: "connection refused")
    let problem = error.explanation(tenant: Self.tenant).problem
    #expect(problem == "acme.eu.auth0.com cannot be reached: connection refused.")
  }

  @Test("a token that lacks a scope is told which, as the tenant named it")
  func expectedScopes() {
    let error = APIError(
      .forbidden, .getUser, status: 403,
      message: "Insufficient scope, expected any of: read:users,read:current_user",
      errorCode: "insufficient_scope", expectedScopes: ["read:users", "read:current_user"])
    let explanation = error.explanation(tenant: Self.tenant)
    #expect(
      explanation.problem
        == "The token may not read the user: it needs read:users or read:current_user.")
    #expect(explanation.remedy.contains("Tick read:users for this application"))
  }

  @Test(
    "or as the documentation has it", arguments: Operation.allCases.filter { $0 != .getToken })
  func documentedScopes(operation: AccessModel.Operation) {
    let error = APIError(.forbidden, operation, status: 403, errorCode: "insufficient_scope")
    let explanation = error.explanation(tenant: Self.tenant)
    #expect(!operation.scopes.isEmpty)
    for scope in operation.scopes { #expect(explanation.problem.contains(scope.rawValue)) }
    #expect(operation.scopes.contains { explanation.remedy.contains($0.rawValue) })
  }

  @Test("a 403 that is not about scopes does not speak of them")
  func forbiddenOtherwise() {
    let error = APIError(
      .forbidden, .listRoleUsers, status: 403, message: "Not on this plan",
      errorCode: "operation_not_supported")
    let explanation = error.explanation(tenant: Self.tenant)
    #expect(explanation.problem.hasSuffix("read who holds the role: Not on this plan."))
    #expect(!explanation.remedy.contains("Tick"))
  }

  @Test("a write that may have arrived is said to be possible", arguments: APIError.Code.allCases)
  func uncertainWrites(code: APIError.Code) {
    let write = APIError(code, .removeUserRoles)
    let read = APIError(code, .listUserRoles)
    let sentence = "It may have been done nevertheless"
    #expect(write.explanation(tenant: "t").remedy.hasPrefix(sentence) == !write.isAnswered)
    #expect(!read.explanation(tenant: "t").remedy.hasPrefix(sentence))
  }

  @Test("only a refusal, and a connection that never was, leave no doubt")
  func answered() {
    let certain: Set<APIError.Code> = [
      .unreachable, .badRequest, .unauthorized, .forbidden, .notFound, .conflict, .rateLimited,
    ]
    for code in APIError.Code.allCases {
      #expect(APIError(code, .removeUserRoles).isAnswered == certain.contains(code), "\(code)")
    }
  }

  @Test("a search that took too long is to be narrowed")
  func slowSearch() {
    let slow = APIError(.serverError, .listUsers, status: 503, message: "The query timed out")
    #expect(slow.explanation(tenant: "t").remedy.contains("Narrow"))
  }
}
