import AccessModel
import Testing

@Suite("What is asked about a run on record")
struct ResumeOfferTests {
  private static let changes: [Change] = ["a", "b", "c", "d"].map {
    .removeRole(.admin, from: User(id: UserID("auth0|\($0)")))
  }

  private static func run(_ attempts: [ChangeAttempt?]) -> RunRecord {
    RunRecord(
      id: "run-1", tenant: "acme-prod.eu.auth0.com", state: .interrupted, startedAt: .minute(0),
      entries: zip(changes, attempts).map { change, attempt in
        attempt.map { ChangeEntry.of(change, $0) } ?? ChangeEntry.of(change)
      })
  }

  /// What is so where only the first change has come to pass.
  private static func truth(held: [Bool]) -> TruthNow {
    TruthNow(
      states: Dictionary(
        zip(changes, held).map { ($0.subject, .known(.held($1))) },
        uniquingKeysWith: { first, _ in first }))
  }

  @Test("nothing is sent that was not shown, whatever could be read since")
  func limited() {
    let run = Self.run([.accepted, nil, nil, .refused(.notFound)])
    let error = APIError(.timedOut, .listUserRoles)
    var before = Self.truth(held: [false, true, true, true])
    before.states[Self.changes[2].subject] = .unknown(error)
    let shown = ResumePlan(of: run, truth: before)
    #expect(shown.decisions == [.recorded, .send, .unread(error), .refused(.notFound)])

    // What could not be read then would be sent now; what was to be sent is so by now.
    let now = ResumePlan(of: run, truth: Self.truth(held: [false, false, true, true]))
    #expect(now.toSend == [2])
    #expect(
      now.limited(to: shown) == [.recorded, .alreadySo, .unread(error), .refused(.notFound)])
    // Whoever was shown nothing of a change did not confirm it.
    #expect(
      now.limited(to: ResumePlan(of: Self.run([]), truth: TruthNow())) == [
        .recorded, .alreadySo, .leftByPerson, .refused(.notFound),
      ])
    #expect(shown.limited(to: shown) == shown.decisions)
  }

  @Test("what is sent is a part of the plan; what becomes of all of it is counted once a way")
  func offer() {
    let run = Self.run([.accepted, nil, nil, .refused(.notFound)])
    let decisions = ResumePlan(of: run, truth: Self.truth(held: [false, true, true, true]))
    let plan = Plan(id: "run-1", tenant: .production, changes: Self.changes)
    let offer = ResumeOffer(plan, decisions)
    #expect(offer.toSend.map(\.change) == [Self.changes[1], Self.changes[2]])
    let counts = decisions.decisions.counts(of: plan.changes)
    #expect(counts.map(\.count) == [1, 2, 1])
    #expect(
      counts.map(\.words) == [
        "done, and not sent again", "is sent", "refused before; a retry sends it again",
      ])
    #expect(
      decisions.decisions.counts(of: []).map(\.words) == [
        "the journal's record of it cannot be understood"
      ])
  }

  @Test("a retry names what it leaves out, but for what is as it should be")
  func retry() {
    let run = Self.run([.accepted, nil, .lost, .refused(.notFound)])
    let truth = Self.truth(held: [false, true, true, true])
    let offer = RetryOffer(of: run, RetryPlan(of: run, truth: truth))
    #expect(offer.changes.map(\.change) == [Self.changes[1], Self.changes[3]])
    #expect(offer.changes.map(\.before) == [.held(true), .held(true)])
    #expect(offer.leftOut.map(\.record.user?.id.rawValue) == ["auth0|c"])
  }
}
