import AccessModel
import Testing

@Suite("Whether a plan file may be applied")
struct PlanFileAdmissionTests {
  private static let header = PlanFile.Header(
    tenant: "acme-prod.eu.auth0.com", plannedBy: "ada@workstation", plannedAt: .minute(0),
    reason: "", removals: 3, grants: 0, program: "rolecall 0.3.0")

  private func admission(
    _ change: (inout PlanFile.Header, inout PlanFileAdmission.Circumstances) -> Void
  ) -> PlanFileAdmission {
    var header = Self.header
    var circumstances = PlanFileAdmission.Circumstances(
      tenant: .production, now: .minute(60), hash: "00ff")
    change(&header, &circumstances)
    return PlanFileAdmission(header, circumstances)
  }

  @Test(
    "by its age",
    arguments: [
      (0, .apply), (60, .apply), (1_440, .apply), (1_441, .preview), (10_080, .preview),
      (10_081, .refuse([.tooOld(days: 7)])), (20_160, .refuse([.tooOld(days: 14)])),
      (-10, .apply), (-11, .refuse([.plannedInFuture(.minute(0))])),
    ] as [(Int64, PlanFileAdmission)])
  func age(minutes: Int64, expected: PlanFileAdmission) {
    #expect(admission { $1.now = .minute(minutes) } == expected)
  }

  @Test("only for the token's tenant, whatever the case of its letters")
  func tenant() {
    #expect(admission { header, _ in header.tenant = "ACME-prod.eu.auth0.com" } == .apply)
    #expect(
      admission { header, _ in header.tenant = "acme-prod.us.auth0.com" }
        == .refuse([
          .otherTenant(planned: "acme-prod.us.auth0.com", ours: "acme-prod.eu.auth0.com")
        ]))
  }

  @Test("only the file that was agreed upon")
  func hash() {
    #expect(admission { $1.expectedHash = "00FF" } == .apply)
    #expect(
      admission { $1.expectedHash = "00fe" }
        == .refuse([.otherHash(expected: "00fe", found: "00ff")]))
  }

  @Test("grants only where they are allowed")
  func grants() {
    #expect(admission { header, _ in header.grants = 2 } == .refuse([.grantsNotAllowed(2)]))
    let allowed = admission { header, circumstances in
      header.grants = 2
      circumstances.allowsGrants = true
    }
    #expect(allowed == .apply)
  }

  @Test("once")
  func once() {
    let open = RunRecord.of()
    var finished = open
    finished.state = .finished
    #expect(
      admission { $1.earlierRun = open }
        == .refuse([.alreadyApplied(run: "run-1", isOpen: true)]))
    #expect(
      admission { $1.earlierRun = finished }
        == .refuse([.alreadyApplied(run: "run-1", isOpen: false)]))
  }

  @Test("all that speaks against it is said at once, with what to do")
  func everything() {
    let verdict = admission { header, circumstances in
      header.tenant = "globex.eu.auth0.com"
      header.grants = 1
      circumstances.now = .minute(100_000)
      circumstances.expectedHash = "aa"
      circumstances.earlierRun = .of()
    }
    guard case .refuse(let refusals) = verdict else {
      Issue.record("not refused")
      return
    }
    #expect(refusals.count == 5)
    for refusal in refusals + [.plannedInFuture(.minute(0))] {
      #expect(refusal.explanation.problem.hasSuffix("."))
      #expect(refusal.explanation.remedy.hasSuffix("."))
    }
  }
}
