import AccessModel
import LocalTenant
import RequestCode
import TerminalEmulator
import Testing

@Suite("A call as a program that runs", .ownThread, .timeLimit(.minutes(10)))
struct RunningProgramsTests {
  /// Ids of users, and how they stand in an address.
  private static let users = [
    ("auth0|5f7c8ec7c33c6c004bbafe82", "auth0%7C5f7c8ec7c33c6c004bbafe82"),
    ("waad|a/b @x+y", "waad%7Ca%2Fb%20%40x%2By"),
    (
      "ad|\"'`touch stranger`$(touch stranger)#{touch}\n\\%s${PATH}\\(1)??/é👑\u{1B}",
      "ad%7C%22%27%60touch%20stranger%60%24%28touch%20stranger%29%23%7Btouch%7D%0A%5C%25s"
        + "%24%7BPATH%7D%5C%281%29%3F%3F%2F%C3%A9%F0%9F%91%91%1B"
    ),
    ("ad|\u{202E}nimda", "ad%7C%E2%80%AEnimda"),
  ]
  /// What no role is called by, and no language may take for anything else.
  private static let awkward = RoleID(
    "rol_\"'`touch stranger`$(touch stranger)#{touch}\n\\n%s${PATH}\\(1)??/\u{202E}é👑\u{0}")

  @Test("Every language is here to be tried")
  func languages() throws {
    let missing = try CodeLanguage.allCases.compactMap { language in
      let tools = try Toolchain(language).missing
      return tools.isEmpty ? nil : "\(language.title) (\(tools.joined(separator: ", ")))"
    }
    guard !missing.isEmpty else { return }
    let sentence = "not tried, for want of what is in brackets: \(missing.joined(separator: ", "))"
    guard Toolchain.isEveryLanguageRequired else { try Test.cancel("\(sentence)") }
    Issue.record("\(sentence)")
  }

  @Test("takes the role away, whatever the user's id holds", arguments: CodeLanguage.allCases)
  func program(language: CodeLanguage) async throws {
    let toolchain = Toolchain(language)
    let missing = try toolchain.missing
    guard missing.isEmpty else { try Test.cancel("\(language.title) needs \(missing)") }
    try await withTenant { tenant in
      let role = try #require(tenant.server.roleID(named: "Support"))
      let bench = try ProgramBench(toolchain, token: tenant.address.token)

      for (index, (id, segment)) in Self.users.prefix(toolchain.isSlow ? 3 : 4).enumerated() {
        #expect(tenant.server.addUser(id) && tenant.server.assignRoles([role], toUser: id))
        let removal = CodeRequest.removal(
          of: [RoleID(role)], from: UserID(id), domain: tenant.address.domain)
        guard let run = try bench.run(removal, as: "user\(index)") else { continue }
        #expect(run.end == .init(status: 0, code: "204"), "\(run.shell.errors)")
        #expect(try tenant.roles(ofUser: segment).isEmpty)
      }

      // Calls of other shapes: a change of some fields, no body at all, an empty one.
      let billing = ResourceServer(
        name: "Billing API", identifier: "https://billing.acme.example/", enforcesPolicies: true)
      let others: [(change: Change, path: String)] = [
        (
          .setRBAC(of: billing, to: RBACSetting(enforcesPolicies: false, tokenDialect: nil)),
          "/api/v2/resource-servers/https%3A%2F%2Fbilling.acme.example%2F"
        ),
        (.deleteRole(Role(id: RoleID(role), name: "Support")), "/api/v2/roles/\(role)"),
        (
          .revokeAccess(of: User(id: UserID(Self.users[0].0))),
          "/api/v2/users/\(Self.users[0].1)/revoke-access"
        ),
      ]
      for (index, other) in others.prefix(toolchain.isSlow ? 1 : 3).enumerated() {
        let request = CodeRequest(other.change, domain: tenant.address.domain)
        guard let run = try bench.run(request, as: "other\(index)") else { continue }
        #expect(run.end.status == 0, "\(run.shell.errors)")
        let received = try #require(await tenant.server.recordedRequests().last)
        #expect(received.method == request.method.rawValue)
        #expect(received.path == other.path)
        #expect(String(decoding: received.body, as: UTF8.self) == request.body ?? "")
      }

      // What arrives is what was meant, byte by byte, and a refusal is a failure.
      let refused = CodeRequest.assignment(
        of: [RoleID(role), Self.awkward], to: UserID(Self.users[0].0),
        domain: tenant.address.domain)
      if let run = try bench.run(refused, as: "refused") {
        let received = try #require(
          await tenant.server.recordedRequests().last { $0.method == "POST" })
        #expect(String(decoding: received.body, as: UTF8.self) == refused.body)
        #expect(run.end == .init(status: 1, code: "\(received.status)"), "\(run.shell.errors)")
        #expect((400..<500).contains(received.status))
      }

      // The token goes to the tenant alone.
      let server = try RedirectingServer()
      let redirected = CodeRequest(
        .get, domain: server.domain, path: ["roles"], query: [.init("name_filter", "a b&c")])
      if let run = try bench.run(redirected, as: "redirected") {
        #expect(run.end == .init(status: 1, code: "302"), "\(run.shell.errors)")
        #expect(server.requestLines == ["GET /api/v2/roles?name_filter=a%20b%26c HTTP/1.1"])
      }

      // Without a token nothing is sent, by all that can hold it back.
      if let run = try bench.run(redirected, as: "redirected", token: nil) {
        #expect(run.shell.status != 0)
        #expect(server.requestLines.count == (language == .curl ? 2 : 1))
      }
      #expect(try bench.strangers().isEmpty)
    }
  }
}
