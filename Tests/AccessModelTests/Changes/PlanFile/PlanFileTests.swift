import AccessModel
import SeededRandomness
import Testing

@Suite("A plan file")
struct PlanFileTests {
  private static let header = """
    {"rolecall_plan":1,"tenant":"acme-prod.eu.auth0.com","planned_by":"ada@workstation",\
    "planned_at":"2023-11-14T22:13:20.000Z","reason":"SEC-418","removals":2,"grants":1,\
    "program":"rolecall 0.3.0"}
    """
  private static let ana = """
    {"change":"remove_role","user":{"user_id":"auth0|ana","name":"Ana Lima",\
    "email":"ana@acme.example","connection":"auth0","created_at":"2023-11-14T05:33:20.000Z"},\
    "role":{"id":"rol_admin00000000001","name":"Billing Admin"},"held_before":true}
    """
  private static let bo = """
    {"change":"remove_role","user":{"user_id":"auth0|bo","name":"Bo Chen",\
    "email":"bo@acme.example","connection":"auth0"},\
    "role":{"id":"rol_admin00000000001","name":"Billing Admin"}}
    """
  private static let grant = """
    {"change":"assign_role","user":{"user_id":"auth0|bo","name":"Bo Chen",\
    "email":"bo@acme.example","connection":"auth0"},\
    "role":{"id":"rol_viewer0000000002","name":"Billing Viewer"},"held_before":false}
    """

  private static let plan = Plan(
    id: "p", tenant: .production,
    planned: [
      PlannedChange(.removeRole(.admin, from: .anaThen), before: .held(true)),
      PlannedChange(.removeRole(.admin, from: .bo)),
      PlannedChange(.assignRole(.viewer, to: .bo), before: .held(false)),
    ], reason: "SEC-418")

  private static func file(_ lines: String...) -> [UInt8] {
    Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  @Test("is written as documented")
  func written() {
    let file = PlanFile(
      Self.plan, plannedBy: "ada@workstation", plannedAt: .minute(0), program: "rolecall 0.3.0")
    let expected = Self.file(Self.header, Self.ana, Self.bo, Self.grant)
    #expect(
      String(decoding: file.bytes, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
  }

  @Test("comes back as it was")
  func roundTrip() throws {
    let file = try PlanFile(bytes: Self.file(Self.header, Self.ana, Self.bo, Self.grant))
    #expect(file.header.tenant == "acme-prod.eu.auth0.com")
    #expect(file.header.plannedBy == "ada@workstation")
    #expect(file.header.plannedAt == .minute(0))
    #expect(file.header.removals == 2 && file.header.grants == 1)
    let plan = file.plan(id: "p", tenant: .production)
    #expect(plan.changes.map(\.identity) == Self.plan.changes.map(\.identity))
    #expect(plan.before == Self.plan.before)
    #expect(plan.users.first?.createdAt == User.anaThen.createdAt)
    #expect(plan.users.map(\.connection) == ["auth0", "auth0"])
    #expect(plan.reason == "SEC-418")
  }

  @Test("each sort of change comes back", arguments: Change.samples)
  func kinds(change: Change) throws {
    let before: HeldBefore =
      change.kind == .setRBAC
      ? .rbac(RBACSetting(enforcesPolicies: true, tokenDialect: nil)) : .held(true)
    let plan = Plan(
      id: "p", tenant: .loopback, planned: [PlannedChange(change, before: before)])
    let file = PlanFile(plan, plannedBy: "", plannedAt: .minute(0), program: "")
    let again = try PlanFile(bytes: file.bytes)
    #expect(again.header == file.header)
    #expect(again.changes.map(\.change.identity) == [change.identity])
    #expect(again.changes.map(\.before) == [before])
    #expect(
      PlanFile(
        again.plan(id: "p", tenant: .loopback), plannedBy: "", plannedAt: .minute(0),
        program: ""
      ).header == file.header)
  }

  @Test("an empty plan is a header alone")
  func empty() throws {
    let plan = Plan(id: "p", tenant: .production, changes: [])
    let file = PlanFile(plan, plannedBy: "", plannedAt: .minute(0), program: "")
    #expect(try PlanFile(bytes: file.bytes).changes.isEmpty)
  }

  @Test("what nobody can see is written as its number, and long names are cut")
  func hostileNames() throws {
    var user = User(
      id: UserID("waad|\u{E9}/ü x@y"), name: "a\u{202E}b\u{200B}c\u{1F600}\u{7}\"\\\n")
    user.email = String(repeating: "é", count: 3_000)
    let plan = Plan(
      id: "p", tenant: .production, changes: [.removeRole(.admin, from: user)],
      reason: "\u{1B}[31m\u{E0041}")
    let bytes = PlanFile(plan, plannedBy: "", plannedAt: .minute(0), program: "").bytes
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains(#""name":"a\u202eb\u200bc😀\u0007\"\\\u000a""#))
    #expect(text.contains(#""reason":"\u001b[31m\udb40\udc41""#))
    #expect(text.split(separator: "\n").count == 2)
    let again = try PlanFile(bytes: bytes)
    #expect(again.changes.first?.change.user?.id == user.id)
    #expect(again.changes.first?.change.user?.name == user.name)
    #expect(again.changes.first?.change.user?.email?.utf8.count == PlanFile.textLimit)
  }

  /// A file that is refused.
  struct Refused: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var bytes: [UInt8]
    var code: PlanFileError.Code
    var line: Int

    init(_ name: String, _ bytes: [UInt8], _ code: PlanFileError.Code, _ line: Int) {
      (testDescription, self.bytes, self.code, self.line) = (name, bytes, code, line)
    }

    /// Three changes of which the first is another.
    init(_ name: String, change: String, _ code: PlanFileError.Code) {
      self.init(name, file(header, change, bo, grant), code, 2)
    }

    /// Another header before the same changes.
    init(_ name: String, header: String, _ code: PlanFileError.Code, line: Int = 1) {
      self.init(name, file(header, ana, bo, grant), code, line)
    }
  }

  private static func header(_ from: String, _ to: String) -> String {
    replaced(header, from, to)
  }

  private static func ana(_ from: String, _ to: String) -> String {
    replaced(ana, from, to)
  }

  private static func replaced(_ text: String, _ from: String, _ to: String) -> String {
    let parts = text.split(separator: from, maxSplits: 1, omittingEmptySubsequences: false)
    return parts.joined(separator: to)
  }

  private static let long = String(repeating: "x", count: 1_025)

  static let structure: [Refused] = [
    Refused("nothing", [], .empty, 0),
    Refused("no header", file(ana, bo), .noHeader, 1),
    Refused("changes are missing", file(header, ana, bo), .otherCount(announced: 3, found: 2), 0),
    Refused(
      "a change too many", file(header("\"grants\":1", "\"grants\":0"), ana, bo, grant),
      .otherCount(announced: 2, found: 3), 0),
    Refused(
      "a grant that is announced as a removal",
      file(
        header("\"removals\":2,\"grants\":1", "\"removals\":3,\"grants\":0"), ana, bo, grant),
      .otherCount(announced: 3, found: 3), 0),
    Refused("cut within a line", Array(file(header, ana).dropLast(9)), .endsWithinLine, 2),
    Refused("cut before the line feed", Array(file(header, ana).dropLast()), .endsWithinLine, 2),
    Refused(
      "cut within the header", Array(header.utf8.prefix(40)), .endsWithinLine, 1),
    Refused(
      "two plans of two tenants",
      file(header, ana, header("acme-prod.eu", "globex.us"), bo),
      .secondHeader(tenant: "globex.us.auth0.com"), 3),
    Refused(
      "two plans of one tenant", file(header, ana, header, bo),
      .secondHeader(tenant: "acme-prod.eu.auth0.com"), 3),
    Refused(
      "a change of another tenant", file(header, ana, "{\"tenant\":\"b.auth0.com\"}"),
      .secondHeader(tenant: "b.auth0.com"), 3),
    Refused("the same twice", file(header, ana, bo, ana), .duplicateChange(line: 2), 4),
    Refused(
      "both ways", file(header, ana, bo, ana("remove_role", "assign_role")),
      .contradiction(line: 2), 4),
    Refused("an empty line", file(header, "", ana), .malformed(.init(.truncated, offset: 0)), 2),
    Refused("a list", file(header, "[1]"), .notAnObject, 2),
    Refused("a number", file(header, "1"), .notAnObject, 2),
    Refused(
      "two objects in a line", file(header, ana + bo),
      .malformed(.init(.unexpectedByte, offset: ana.utf8.count)), 2),
    Refused(
      "a line too long", file(header, "{\"a\":\"" + String(repeating: "x", count: 32 << 10)),
      .lineTooLong, 2),
    Refused("no UTF-8", file(header) + [0x7B, 0x22, 0xFF, 0x22, 0x0A], .notText, 2),
    Refused(
      "half a surrogate in UTF-8", file(header) + [0x22, 0xED, 0xA0, 0x80, 0x0A], .notText, 2),
    Refused(
      "nested", file(header, #"{"a":{"b":{"c":{"d":1}}}}"#),
      .malformed(.init(.tooDeep, offset: 15)), 2),
  ]

  static let headers: [Refused] = [
    Refused("a newer version", header: header("_plan\":1", "_plan\":2"), .version(2)),
    Refused(
      "a version in quotes", header: header("_plan\":1", "_plan\":\"1\""),
      .unusableValue("rolecall_plan")),
    Refused("an unknown key", header: header("\"reason\"", "\"raison\""), .unknownKey("raison")),
    Refused(
      "a key twice", header: header("\"reason\":\"SEC-418\"", "\"grants\":1"),
      .duplicateKey("grants")),
    Refused(
      "a key twice, escaped once", header: header("\"reason\":\"SEC-418\"", #""gr\u0061nts":0"#),
      .duplicateKey("grants")),
    Refused("no tenant", header: header("\"tenant\"", "\"reasons\""), .missingKey("tenant")),
    Refused(
      "a tenant with a path", header: header("acme-prod", "acme/prod"), .unusableValue("tenant")),
    Refused(
      "no moment", header: header("2023-11-14T22:13:20.000Z", "yesterday"),
      .unusableValue("planned_at")),
    Refused(
      "a negative number", header: header("\"removals\":2", "\"removals\":-2"),
      .unusableValue("removals")),
    Refused(
      "a fraction", header: header("\"removals\":2", "\"removals\":2.0"),
      .unusableValue("removals")),
    Refused(
      "a number that is too large",
      header: header("\"removals\":2", "\"removals\":99999999999999999999"),
      .unusableValue("removals")),
    Refused(
      "numbers whose sum would overflow",
      header: header("\"removals\":2", "\"removals\":9223372036854775807"), .tooLarge, line: 0),
  ]

  static let changes: [Refused] = [
    Refused("an unknown sort", change: ana("remove_role", "delete_user"), .unusableValue("change")),
    Refused("no sort", change: ana("\"change\":\"remove_role\",", ""), .missingKey("change")),
    Refused("an unknown key", change: ana("\"held_before\"", "\"held\""), .unknownKey("held")),
    Refused(
      "an unknown key of the user", change: ana("\"email\"", "\"mail\""), .unknownKey("mail")),
    Refused(
      "a key twice", change: ana("\"held_before\":true", "\"change\":\"assign_role\""),
      .duplicateKey("change")),
    Refused(
      "a user's id twice", change: ana("\"name\":\"Ana Lima\"", "\"user_id\":\"auth0|bo\""),
      .duplicateKey("user_id")),
    Refused("no user", change: ana("\"user\"", "\"api\""), .missingKey("identifier")),
    Refused(
      "no user's id", change: ana("\"user_id\":\"auth0|ana\",", ""), .missingKey("user_id")),
    Refused("an empty id", change: ana("auth0|ana", ""), .unusableValue("user_id")),
    Refused("an id that is too long", change: ana("auth0|ana", long), .unusableValue("user_id")),
    Refused(
      "an id with a control character", change: ana("auth0|ana", #"auth0|an\u0007a"#),
      .hiddenCharacters("user_id")),
    Refused(
      "an id with a line feed", change: ana("auth0|ana", #"auth0|an\na"#),
      .hiddenCharacters("user_id")),
    Refused(
      "an id that turns the direction", change: ana("auth0|ana", "auth0|\u{202E}ana"),
      .hiddenCharacters("user_id")),
    Refused(
      "an id with half a surrogate", change: ana("auth0|ana", #"auth0|\ud800"#),
      .hiddenCharacters("user_id")),
    Refused(
      "a role's id with a space", change: ana("rol_admin0", "rol admin0"), .unusableValue("id")),
    Refused(
      "a role's id with another K", change: ana("rol_admin0", "rol_\u{212A}"),
      .unusableValue("id")),
    Refused("an id that is a number", change: ana("\"auth0|ana\"", "1"), .unusableValue("user_id")),
    Refused(
      "a user that is a text", change: ana("\"held_before\":true", "\"organization\":\"x\""),
      .unusableValue("organization")),
    Refused(
      "an organization where none belongs",
      change: ana("\"held_before\":true", "\"organization\":{\"id\":\"org_1\"}"),
      .unusableValue("change")),
    Refused(
      "no role",
      change: replaced(
        ana, ",\"role\":{\"id\":\"rol_admin00000000001\",\"name\":\"Billing Admin\"}", ""),
      .unusableValue("change")),
    Refused(
      "held before, as a text", change: ana("held_before\":true", "held_before\":\"yes\""),
      .unusableValue("held_before")),
    Refused(
      "an API's setting before a role's change",
      change: ana("\"held_before\":true", "\"rbac_before\":{\"enforce_policies\":true}"),
      .unusableValue("held_before")),
    Refused(
      "a date that is none", change: ana("2023-11-14T05", "2023-02-30T05"),
      .unusableValue("created_at")),
    Refused("null", change: ana("\"Ana Lima\"", "null"), .unusableValue("name")),
    Refused("a list", change: ana("\"Ana Lima\"", "[]"), .unusableValue("[")),
    Refused(
      "an unknown dialect",
      change:
        #"{"change":"set_rbac","api":{"identifier":"a"},"rbac":{"enforce_policies":true,"token_dialect":"x"}}"#,
      .unusableValue("token_dialect")),
    Refused(
      "RBAC without a setting",
      change: #"{"change":"set_rbac","api":{"identifier":"a"},"rbac":{}}"#,
      .missingKey("enforce_policies")),
  ]

  @Test("anything else is refused, at its line", arguments: structure + headers + changes)
  func refused(example: Refused) {
    #expect(throws: PlanFileError(example.code, line: example.line)) {
      try PlanFile(bytes: example.bytes)
    }
    let sentence = PlanFileError(example.code, line: example.line).explanation
    #expect(sentence.problem.hasSuffix("."))
    #expect(sentence.remedy.hasPrefix("Nothing was sent."))
  }

  @Test("whatever becomes of its bytes, it is refused or it is a plan that can be written again")
  func mutations() throws {
    let whole = Self.file(Self.header, Self.ana, Self.bo, Self.grant)
    var generator = SeededGenerator(seed: 418)
    var accepted = 0
    for _ in 0..<3_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        default: bytes.insert(UInt8.random(in: 0x20...0x7E, using: &generator), at: place)
        }
      }
      guard let file = try? PlanFile(bytes: bytes) else { continue }
      accepted += 1
      let again = try PlanFile(
        bytes: PlanFile(
          file.plan(id: "p", tenant: .production), plannedBy: "", plannedAt: .minute(0),
          program: ""
        ).bytes)
      #expect(again.changes.map(\.change.identity) == file.changes.map(\.change.identity))
    }
    // A letter of a name, now and then; most of it is noticed.
    #expect(accepted < 1_500)
  }
}
