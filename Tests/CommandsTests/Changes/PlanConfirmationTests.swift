import AccessModel
import Synchronization
import Testing

@testable import Commands

/// Somebody who gives prepared answers, and fails where asked more than that.
private final class ScriptedTerminal: Questioning {
  private let answers: Mutex<[String?]>
  private let asked = Mutex<[String]>([])

  init(_ answers: String?...) { self.answers = Mutex(answers) }

  var questions: [String] { asked.withLock { $0 } }

  func answer(to question: String) async -> String? {
    asked.withLock { $0.append(question) }
    return answers.withLock { answers in
      guard !answers.isEmpty else {
        Issue.record("nobody expected to be asked: \(question)")
        return nil
      }
      return answers.removeFirst()
    }
  }
}

struct PlanConfirmationTests {
  private static let production = Tenant(domain: "acme.eu.auth0.com", isProduction: true)
  private static let local = Tenant(domain: "127.0.0.1:4400", isProduction: false)
  private static let role = Role(id: RoleID("rol_1"), name: "Owner")

  private static func plan(_ count: Int, at tenant: Tenant, reason: String = "") -> Plan {
    Plan(
      id: "run", tenant: tenant, .remove, role,
      of: (0..<count).map { User(id: UserID("auth0|\($0)")) }, reason: reason)
  }

  private static func tenantName(_ tenant: Tenant) -> ConfirmRung {
    .tenantName(ConfirmRung.Phrase(name: tenant.name, id: tenant.name))
  }

  private static let roleName = ConfirmRung.roleName(
    ConfirmRung.Phrase(name: role.name, id: role.id.rawValue))

  private func decide(
    _ rung: ConfirmRung, _ plan: Plan, _ said: CommandConfirmation,
    _ terminal: ScriptedTerminal = ScriptedTerminal(), readOnly: Bool = false
  ) async -> Result<String, CommandFailure> {
    let session = Session(tenant: plan.tenant, scopes: nil, isReadOnly: readOnly)
    do {
      return .success(
        try await PlanConfirmation(said: said, terminal: terminal)
          .reason(for: plan, rung: rung, session: session))
    } catch {
      return .failure(error)
    }
  }

  @Test(
    "What is typed decides, and nothing else does",
    arguments: [
      (ConfirmRung.key, ["y"], true), (.key, ["yes"], true), (.key, [""], false),
      (.key, ["Y"], false), (.key, [nil], false),
      (.count(ConfirmRung.Phrase(name: "3", id: "3")), ["3"], true),
      (.count(ConfirmRung.Phrase(name: "3", id: "3")), ["y"], false),
      (Self.roleName, ["Owner"], true), (Self.roleName, ["owner"], false),
      (Self.roleName, ["Owner "], false),
    ] as [(ConfirmRung, [String?], Bool)])
  func asking(rung: ConfirmRung, answers: [String?], isConfirmed: Bool) async {
    let terminal = ScriptedTerminal(answers[0])
    let said = CommandConfirmation(isYes: false, isInteractive: true)
    let result = await decide(rung, Self.plan(1, at: Self.production), said, terminal)
    #expect(result == (isConfirmed ? .success("") : .failure(PlanConfirmation.declined)))
    #expect(terminal.questions.count == 1)
  }

  @Test("The topmost rung asks for the tenant's name, and for a reason where none was given")
  func reason() async {
    let plan = Self.plan(3, at: Self.production)
    let rung = Self.tenantName(Self.production)
    let said = CommandConfirmation(isYes: false, isInteractive: true)
    #expect(
      await decide(rung, plan, said, ScriptedTerminal("acme", "SEC-1")) == .success("SEC-1"))
    let blank = await decide(rung, plan, said, ScriptedTerminal("acme", "  "))
    #expect((try? blank.get()) == nil)
    let given = CommandConfirmation(isYes: false, reason: "SEC-2", isInteractive: true)
    #expect(await decide(rung, plan, given, ScriptedTerminal("acme")) == .success("SEC-2"))
    let planned = Self.plan(3, at: Self.production, reason: "SEC-3")
    #expect(await decide(rung, planned, said, ScriptedTerminal("acme")) == .success("SEC-3"))
  }

  @Test("--yes suffices on this machine; elsewhere the upper rungs need the name besides")
  func yes() async {
    let yes = CommandConfirmation(isYes: true, reason: "SEC", isInteractive: false)
    let named = { (name: String) in
      CommandConfirmation(isYes: true, name: name, reason: "SEC", isInteractive: false)
    }
    let local = Self.plan(1, at: Self.local)
    let production = Self.plan(1, at: Self.production)
    #expect(await decide(Self.roleName, local, yes) == .success("SEC"))
    #expect(await decide(.key, production, yes) == .success("SEC"))
    for (said, isConfirmed) in [(yes, false), (named("Owner"), true), (named("Admin"), false)] {
      let result = await decide(Self.roleName, production, said)
      #expect(((try? result.get()) != nil) == isConfirmed)
    }
    // A name that is given must be right, also where none is needed.
    let wrong = await decide(Self.roleName, local, named("Admin"))
    #expect((try? wrong.get()) == nil)
  }

  @Test("Nobody there, an empty plan, and read-only: status 2, and nobody is asked")
  func refusals() async {
    let plan = Self.plan(1, at: Self.local)
    let asks = CommandConfirmation(isYes: false, isInteractive: true)
    let alone = CommandConfirmation(isYes: false, isInteractive: false)
    let refused = [
      await decide(.key, plan, alone), await decide(.key, Self.plan(0, at: Self.local), asks),
      await decide(.key, plan, asks, readOnly: true),
    ]
    for result in refused {
      guard case .failure(let failure) = result else {
        Issue.record("it was confirmed")
        continue
      }
      #expect(failure.status == 2)
    }
  }
}
