import AccessModel
import Changes
import TenantDoubles
import Testing

@Suite("Carrying out a plan", .timeLimit(.minutes(5)))
struct ChangeEngineTests {
  private let tenant = ScriptedTenant()
  private let pauses = RecordedPauses()
  private let names = Names()
  private let place: JournalPlace

  init() throws {
    place = try JournalPlace()
  }

  private static func plan(_ changes: Change...) -> Plan {
    Plan(id: "run-1", tenant: .local, changes: changes)
  }

  private func run(
    _ plan: Plan, pause: (@Sendable (Duration) async throws -> Void)? = nil
  ) async throws -> PlanReport {
    // What each role gives is put on record before anything is sent.
    for role in Set(plan.changes.compactMap { $0.role?.id }) {
      tenant.answer(.permissionsOfRole(role), with: [Permission]())
    }
    let control = RunControl()
    let engine = ChangeEngine(
      session: Session(tenant: .local, scopes: nil), reader: tenant, writer: tenant,
      journal: try place.open(tenant: "localhost"), person: .ana, inFlight: 1,
      pause: pause ?? { [pauses] in pauses.pause($0) }, now: { .minute(0) })
    let outcome = try await engine.run(plan, sha256: names.next(), control: control) {
      if $0.pause != nil { control.stop() }
    }
    let report = outcome.report
    tenant.expectNothingLeft()
    #expect(report.plan == plan)
    #expect(report.outcomes.map(\.change) == plan.changes)
    return report
  }

  /// What the user's roles are, read after read.
  private func holds(_ user: User, _ reads: [Role]...) {
    for roles in reads { tenant.answer(.rolesOfUser(user.id), with: roles) }
  }

  private func accepts(_ roles: Role..., from user: User, first place: Int = 0) {
    tenant.answer(
      .remove(roles.map(\.id), from: user.id, correlation: "run-1.\(place)-1"), with: true)
  }

  @Test("reads, writes and reads again")
  func done() async throws {
    holds(.ana, [.viewer, .admin], [.viewer])
    accepts(.admin, from: .ana)
    let report = try await run(Self.plan(.removeRole(.admin, from: .ana)))
    #expect(report.outcomes.map(\.state) == [.done])
    #expect(report.rolesNow == [User.ana.id: [.viewer]])
    #expect(report.isFulfilled)
    let read = ScriptedTenant.Call.rolesOfUser(User.ana.id)
    let write = ScriptedTenant.Call.remove(
      [Role.admin.id], from: User.ana.id, correlation: "run-1.0-1")
    // What its role gives and what is held are read side by side.
    #expect(Set(tenant.calls.prefix(2)) == [.permissionsOfRole(Role.admin.id), read])
    #expect(tenant.calls.dropFirst(2) == [write, read])
    #expect(pauses.all.isEmpty)
  }

  @Test("sends nothing where it is already so")
  func alreadySo() async throws {
    holds(.ana, [.viewer])
    let report = try await run(
      Self.plan(.removeRole(.admin, from: .ana), .removeRole(.auditor, from: .ana)))
    #expect(report.outcomes.map(\.state) == [.alreadySo, .alreadySo])
    #expect(report.rolesNow == [User.ana.id: [.viewer]])
    #expect(tenant.writes.isEmpty)
  }

  @Test("sends only what is held, in one call, in the plan's order")
  func partlyAlreadySo() async throws {
    holds(.ana, [.viewer, .admin], [])
    accepts(.admin, .viewer, from: .ana)
    let report = try await run(
      Self.plan(
        .removeRole(.admin, from: .ana), .removeRole(.auditor, from: .ana),
        .removeRole(.viewer, from: .ana)))
    #expect(report.outcomes.map(\.state) == [.done, .alreadySo, .done])
    #expect(tenant.writes.count == 1)
  }

  @Test(
    "an accepted call is no proof: it looks again after 2 s and after 10 s",
    arguments: [
      ([[.admin], [.viewer]], .done, 1), ([[.admin], [.admin], []], .done, 2),
      ([[.admin], [.admin], [.admin, .viewer]], .notInEffect, 2),
    ] as [([[Role]], ChangeOutcome.State, Int)])
  func patience(reads: [[Role]], state: ChangeOutcome.State, waits: Int) async throws {
    holds(.ana, [.admin])
    accepts(.admin, from: .ana)
    for roles in reads { holds(.ana, roles) }
    let report = try await run(Self.plan(.removeRole(.admin, from: .ana)))
    #expect(report.outcomes.map(\.state) == [state])
    #expect(report.rolesNow == [User.ana.id: reads.last ?? []])
    #expect(pauses.all == Array([.seconds(2), .seconds(10)].prefix(waits)))
    #expect(tenant.writes.count == 1)
  }

  @Test("of two roles one may stay")
  func oneStays() async throws {
    holds(.ana, [.admin, .viewer], [.viewer], [.viewer], [.viewer])
    accepts(.admin, .viewer, from: .ana)
    let report = try await run(
      Self.plan(.removeRole(.admin, from: .ana), .removeRole(.viewer, from: .ana)))
    #expect(report.outcomes.map(\.state) == [.done, .notInEffect])
  }

  @Test("a role that somebody gives meanwhile is no matter of the plan")
  func givenMeanwhile() async throws {
    holds(.ana, [.admin], [.viewer])
    accepts(.admin, from: .ana)
    let report = try await run(Self.plan(.removeRole(.admin, from: .ana)))
    #expect(report.outcomes.map(\.state) == [.done])
    #expect(report.rolesNow == [User.ana.id: [.viewer]])
  }

  @Test("what cannot be read afterwards is read again, and is unknown if it stays so")
  func unreadableAfterwards() async throws {
    let lost = APIError(.timedOut, .listUserRoles)
    holds(.ana, [.admin])
    accepts(.admin, from: .ana)
    for _ in 0..<3 { tenant.fail(.rolesOfUser(User.ana.id), with: lost) }
    let report = try await run(Self.plan(.removeRole(.admin, from: .ana)))
    #expect(report.outcomes.map(\.state) == [.unknown(lost)])
    #expect(report.rolesNow.isEmpty)
    #expect(pauses.all == [.seconds(2), .seconds(10)])
  }

  @Test("and is known as soon as it can be read")
  func readableLater() async throws {
    holds(.ana, [.admin])
    accepts(.admin, from: .ana)
    tenant.fail(.rolesOfUser(User.ana.id), with: APIError(.timedOut, .listUserRoles))
    holds(.ana, [])
    let report = try await run(Self.plan(.removeRole(.admin, from: .ana)))
    #expect(report.outcomes.map(\.state) == [.done])
  }

  @Test("a pause that ends early ends the patience, and what is known is told")
  func interruptedPause() async throws {
    holds(.ana, [.admin], [.admin])
    accepts(.admin, from: .ana)
    let report = try await run(Self.plan(.removeRole(.admin, from: .ana))) { _ in
      throw CancellationError()
    }
    #expect(report.outcomes.map(\.state) == [.notInEffect])
  }

  @Test("after a write that failed, what is read decides", arguments: APIError.Code.allCases)
  func failedWrite(code: APIError.Code) async throws {
    let failure = APIError(code, .removeUserRoles, status: 400)
    let write = ScriptedTenant.Call.remove(
      [Role.admin.id], from: User.ana.id, correlation: "run-1.0-1")
    let plan = Self.plan(.removeRole(.admin, from: .ana))

    holds(.ana, [.admin], [.admin])
    tenant.fail(write, with: failure)
    let held = try await run(plan)
    #expect(
      held.outcomes.map(\.state) == [failure.isAnswered ? .failed(failure) : .unknown(failure)])
    #expect(held.rolesNow == [User.ana.id: [.admin]])
    #expect(held.firstError == failure)

    holds(.ana, [.admin], [])
    tenant.fail(write, with: failure)
    let gone = try await run(plan)
    #expect(gone.outcomes.map(\.state) == [failure.isAnswered ? .soMeanwhile(failure) : .done])

    holds(.ana, [.admin])
    tenant.fail(write, with: failure)
    tenant.fail(.rolesOfUser(User.ana.id), with: APIError(.unreachable, .listUserRoles))
    let unread = try await run(plan)
    #expect(
      unread.outcomes.map(\.state) == [failure.isAnswered ? .failed(failure) : .unknown(failure)])
    #expect(unread.rolesNow.isEmpty)

    // A refusal does not become an acceptance by waiting, and nothing is ever sent twice.
    #expect(pauses.all.isEmpty)
    #expect(tenant.writes.count == 3)
  }

  @Test("a write that was cancelled may have arrived")
  func cancelledWrite() async throws {
    holds(.ana, [.admin], [.admin])
    tenant.fail(
      .remove([Role.admin.id], from: User.ana.id, correlation: "run-1.0-1"),
      with: CancellationError())
    let report = try await run(Self.plan(.removeRole(.admin, from: .ana)))
    let failure = APIError(.interrupted, .removeUserRoles)
    #expect(report.outcomes.map(\.state) == [.unknown(failure)])
  }

  @Test("what cannot be read before is not written", arguments: APIError.Code.allCases)
  func unreadableBefore(code: APIError.Code) async throws {
    let failure = APIError(code, .listUserRoles)
    tenant.fail(.rolesOfUser(User.ana.id), with: failure)
    let report = try await run(
      Self.plan(.removeRole(.admin, from: .ana), .removeRole(.viewer, from: .ana)))
    #expect(report.outcomes.map(\.state) == [.failed(failure), .failed(failure)])
    #expect(report.rolesNow.isEmpty)
    #expect(tenant.writes.isEmpty)
  }

  @Test("several users are done one after the other, and one's failure is not the other's")
  func severalUsers() async throws {
    let failure = APIError(.notFound, .listUserRoles, status: 404)
    tenant.fail(.rolesOfUser(User.ana.id), with: failure)
    holds(.bo, [.admin, .viewer], [.viewer])
    accepts(.admin, from: .bo, first: 1)
    let report = try await run(
      Self.plan(.removeRole(.admin, from: .ana), .removeRole(.admin, from: .bo)))
    #expect(report.outcomes.map(\.state) == [.failed(failure), .done])
    #expect(report.rolesNow == [User.bo.id: [.viewer]])
  }

  @Test("outcomes stand in the plan's order, however its users are mixed")
  func planOrder() async throws {
    holds(.ana, [.admin, .viewer], [])
    accepts(.admin, .viewer, from: .ana)
    holds(.bo, [.admin], [])
    accepts(.admin, from: .bo, first: 1)
    let report = try await run(
      Self.plan(
        .removeRole(.admin, from: .ana), .removeRole(.admin, from: .bo),
        .removeRole(.viewer, from: .ana), .removeRole(.viewer, from: .bo)))
    #expect(report.outcomes.map(\.state) == [.done, .done, .done, .alreadySo])
  }
}
