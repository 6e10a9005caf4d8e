import AccessModel
import Testing

@Suite("Watching over a run")
struct RunSupervisionTests {
  private static func failed(_ code: APIError.Code) -> ChangeOutcome.State {
    .failed(APIError(code, .removeUserRoles))
  }

  @Test(
    "a token that is refused pauses at once, other failures only where they are many",
    arguments: [
      (failed(.unauthorized), .unauthorized), (failed(.forbidden), .forbidden),
      (.unknown(APIError(.unauthorized, .listUserRoles)), .unauthorized),
      (failed(.notFound), nil), (failed(.serverError), nil), (.notInEffect, nil), (.done, nil),
      (.alreadySo, nil), (failed(.rateLimited), nil),
    ] as [(ChangeOutcome.State, FailurePattern.Pause?)])
  func single(state: ChangeOutcome.State, pause: FailurePattern.Pause?) {
    var pattern = FailurePattern()
    #expect(pattern.note(state) == pause)
  }

  @Test("more than 5 of the last 100")
  func many() {
    var pattern = FailurePattern()
    for _ in 0..<5 { #expect(pattern.note(Self.failed(.notFound)) == nil) }
    for _ in 0..<200 { #expect(pattern.note(.done) == nil) }
    // The first five have left the window.
    for _ in 0..<5 { #expect(pattern.note(.notInEffect) == nil) }
    #expect(pattern.note(Self.failed(.serverError)) == .failures(6, of: 100))
    #expect(pattern.note(.done) == nil)
    #expect(pattern.note(Self.failed(.serverError)) == .failures(7, of: 100))
  }

  @Test("a short plan that fails pauses as well")
  func short() {
    var pattern = FailurePattern()
    for _ in 0..<5 { #expect(pattern.note(Self.failed(.conflict)) == nil) }
    #expect(pattern.note(Self.failed(.conflict)) == .failures(6, of: 6))
  }

  @Test("one in twenty is bearable for ever")
  func bearable() {
    var pattern = FailurePattern()
    for number in 0..<1_000 {
      #expect(pattern.note(number.isMultiple(of: 20) ? Self.failed(.notFound) : .done) == nil)
    }
  }

  @Test("each pause says why and what to do")
  func pauses() {
    let pauses: [FailurePattern.Pause] = [
      .unauthorized, .forbidden, .diskFull, .failures(6, of: 100), .trialFailed,
    ]
    for pause in pauses {
      #expect(pause.explanation.problem.hasSuffix("."))
      #expect(pause.explanation.remedy.hasSuffix("."))
    }
  }

  @Test("progress counts each change once")
  func progress() {
    var progress = RunProgress(total: 10)
    #expect(progress.left == 10 && progress.madeFraction == 0)
    progress.note(.alreadySo, wasSent: false, at: .minute(0))
    progress.noteSent(4)
    #expect(progress.left == 5 && progress.sent == 4)
    #expect(progress.made == 5 && progress.madeFraction == 0.5)
    progress.note(.done, at: .minute(0))
    progress.note(.notInEffect, at: .minute(0))
    progress.note(.failed(.closed), at: .minute(0))
    progress.note(.unknown(.closed), at: .minute(0))
    #expect(progress.done == 1 && progress.alreadySo == 1)
    #expect(progress.failed == 2 && progress.unknown == 1 && progress.sent == 0)
    #expect(progress.left == 5 && progress.ended == 5 && progress.madeFraction == 0.5)
    #expect(RunProgress(total: 0).madeFraction == 1)
  }

  @Test("the rate is that of the last changes, and unknown where the clock tells nothing")
  func rate() {
    var progress = RunProgress(total: 1_000)
    #expect(progress.rate(at: .minute(1)) == nil)
    for second in Int64(0)..<200 {
      progress.note(.done, at: Timestamp(milliseconds: second * 1_000))
    }
    // The last 50 came from second 150 on.
    #expect(progress.rate(at: Timestamp(milliseconds: 200_000)) == 1)
    #expect(progress.rate(at: Timestamp(milliseconds: 250_000)) == 0.5)
    #expect(progress.rate(at: Timestamp(milliseconds: 1_000)) == nil)
  }

  @Test("of many the rate is that of sending, long before they come to an end")
  func rateOfSending() {
    var progress = RunProgress(total: 1_000)
    for second in Int64(0)..<100 {
      progress.noteSent(2, at: Timestamp(milliseconds: second * 1_000))
    }
    #expect(progress.rate(at: Timestamp(milliseconds: 100_000)) == 2)
    // Their end is no second sending.
    for _ in 0..<200 { progress.note(.done, at: Timestamp(milliseconds: 100_000)) }
    #expect(progress.rate(at: Timestamp(milliseconds: 100_000)) == 2)
  }

  @Test(
    "the time to go is that of the refill",
    arguments: [
      (1_000, 0, 10, 100, 100), (1_000, 50, 10, 100, 95), (1_000, nil, 10, 50, 200),
      (40, 50, 10, 100, 0), (1_000, 0, nil, 100, nil), (1_000, 0, 0, 100, nil),
      (1_000, 0, 10, 0, nil), (1_000, 100, 10, 50, 190), (0, nil, 10, 75, 0),
    ] as [(Int, Int?, Double?, Int, Double?)])
  func timeToGo(calls: Int, remaining: Int?, refill: Double?, share: Int, seconds: Double?) {
    #expect(
      RunProgress.secondsToGo(
        calls: calls, remaining: remaining, refill: refill, share: share) == seconds)
  }

  @Test("differences are told as differences")
  func differences() {
    let users = (0..<500).map { User(id: UserID("auth0|\($0)")) }
    let plan = Plan(id: "p", tenant: .loopback, .remove, .admin, of: users)
    func found(_ again: Int, unread: Int = 0) -> VerificationDifferences {
      VerificationDifferences(plan, places: plan.changes.indices) { change in
        let number = Int(change.user?.id.rawValue.dropFirst(6) ?? "") ?? 0
        return number < again ? false : number < again + unread ? nil : true
      }
    }
    #expect(found(0).sentences.isEmpty)
    #expect(found(2).sentences == ["2 of 500 hold the role again."])
    #expect(found(2).differences.map(\.place) == [0, 1])
    #expect(
      found(1, unread: 3).sentences
        == ["1 of 500 holds the role again.", "3 of 500 could not be read again."])
    let every = Plan(id: "p", tenant: .loopback, changes: Change.samples)
    let all = VerificationDifferences(every, places: every.changes.indices) { _ in false }
    #expect(all.sentences.count == Change.samples.count)
    #expect(all.sentences[1] == "1 of 11 does not hold the role any more.")
  }
}
