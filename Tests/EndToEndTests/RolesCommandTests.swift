import FoundationEssentials
import LocalTenant
import TerminalEmulator
import Testing

@Suite("The roles commands", .timeLimit(.minutes(5)))
struct RolesCommandTests {
  private struct Listed: Decodable {
    let id: String
    let name: String
  }

  private struct Member: Decodable {
    let id: String

    private enum CodingKeys: String, CodingKey {
      case id = "user_id"
    }
  }

  @Test("roles list prints JSON: an array of objects with id, and a table for people")
  func list() async throws {
    try await withTenant { tenant in
      let run = try tenant.run("roles", "list", "--json")
      #expect(run.end == .exited(0))
      let roles = try JSONDecoder().decode([Listed].self, from: Data(run.output.utf8))
      let billing = try tenant.role("Billing Admin")
      #expect(roles.first { $0.name == "Billing Admin" }?.id == billing)
      let table = try tenant.run("roles", "list").output.split(separator: "\n")
      #expect(table.count == roles.count + 1)
      #expect(table.contains { $0.hasPrefix(billing) && $0.contains("Billing Admin") })
    }
  }

  @Test("roles show takes an id or a name, and says what the role gives", arguments: [false, true])
  func show(byName: Bool) async throws {
    try await withTenant { tenant in
      let id = try tenant.role("Billing Admin")
      let run = try tenant.run("roles", "show", byName ? "Billing Admin" : id)
      #expect(run.end == .exited(0))
      for part in [id, "Billing Admin", "refund:invoices", "directly"] {
        #expect(run.output.contains(part), "\(part)")
      }
      let json = try tenant.run("roles", "show", byName ? "Billing Admin" : id, "--json")
      #expect(json.output.contains("\"permission_name\" : \"refund:invoices\""))
    }
  }

  @Test("roles members prints everyone, past what one page holds")
  func members() async throws {
    try await withTenant(users: 400) { tenant in
      let run = try tenant.run("roles", "members", "Support", "--json")
      #expect(run.end == .exited(0))
      let members = try JSONDecoder().decode([Member].self, from: Data(run.output.utf8))
      let id = try tenant.role("Support")
      let holders = tenant.server.users(withRole: id)
      #expect(Set(members.map(\.id)) == Set(holders))
      #expect(members.count == holders.count)
      let table = try tenant.run("roles", "members", "Support").output.split(separator: "\n")
      #expect(table.count == members.count + 1)
    }
  }

  @Test(
    "A role that is not there, or an id that is none: status 2, and what there is",
    arguments: [("No Such Role", "there is no such role"), ("rol_", "is no role's id")])
  func unknown(name: String, sentence: String) async throws {
    try await withTenant { tenant in
      for command in ["show", "members"] {
        let run = try tenant.run("roles", command, name)
        #expect(run.end == .exited(2))
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(sentence))
      }
    }
  }

  @Test("An id that no role has: status 2")
  func unknownID() async throws {
    try await withTenant { tenant in
      let run = try tenant.run("roles", "show", "rol_0000000000000000")
      #expect(run.end == .exited(2))
      #expect(run.errors.contains("no role has the id rol_0000000000000000."))
    }
  }
}
