import AccessModel
import Testing

@testable import ManagementAPI

@Suite("What is sent again")
struct RetryingTests {
  private static func answer(_ status: Int, _ headers: [String: String] = [:]) -> Answer {
    Answer(status: status, headers: headers, receivedAt: LoopbackServer.now)
  }

  @Test(
    "After an answer",
    arguments: [
      (429, true, false, Retrying.Step.awaitTurn), (429, false, true, .settle),
      (401, false, false, .renewToken), (500, true, true, .pause(.milliseconds(375))),
      (502, true, true, .pause(.milliseconds(375))), (503, true, true, .pause(.milliseconds(375))),
      (504, true, true, .pause(.milliseconds(375))), (500, true, false, .settle),
      (500, false, true, .settle), (501, true, true, .settle), (403, true, true, .settle),
      (404, true, true, .settle), (200, true, true, .settle),
    ])
  func answers(status: Int, isPatient: Bool, isRepeatable: Bool, step: Retrying.Step) {
    var retrying = Retrying(isPatient: isPatient, isRepeatable: isRepeatable)
    #expect(retrying.step(after: Self.answer(status), chance: 0.5) == step)
  }

  @Test(
    "After no whole answer: a write only where nothing can have been sent",
    arguments: [
      (APIError.Code.unreachable, false, true), (.unreachable, true, true),
      (.interrupted, true, true), (.interrupted, false, false), (.timedOut, true, false),
      (.answerTooLarge, true, false), (.unreadableAnswer, true, false),
    ])
  func failures(code: APIError.Code, isRepeatable: Bool, isAgain: Bool) {
    var retrying = Retrying(isPatient: true, isRepeatable: isRepeatable)
    let step = retrying.step(after: code, chance: 0)
    #expect(step == (isAgain ? .pause(.milliseconds(250)) : .settle))
  }

  @Test("Pauses grow, vary, and end")
  func pauses() {
    var retrying = Retrying(isPatient: true, isRepeatable: true)
    let steps = (0...Retrying.mostFailures).map { _ in
      retrying.step(after: APIError.Code.interrupted, chance: 1)
    }
    #expect(
      steps == [
        .pause(.milliseconds(500)), .pause(.seconds(1)), .pause(.seconds(2)), .pause(.seconds(4)),
        .settle,
      ])
  }

  @Test("A tenant that says when to come back is heard, within reason")
  func retryAfter() {
    var retrying = Retrying(isPatient: true, isRepeatable: true)
    #expect(
      retrying.step(after: Self.answer(503, ["retry-after": "9"]), chance: 0) == .pause(.seconds(9))
    )
    #expect(retrying.step(after: Self.answer(503, ["retry-after": "900"]), chance: 0) == .settle)
  }

  @Test("A token is renewed once")
  func token() {
    var retrying = Retrying(isPatient: true, isRepeatable: true)
    #expect(retrying.step(after: Self.answer(401), chance: 0) == .renewToken)
    #expect(retrying.step(after: Self.answer(401), chance: 0) == .settle)
  }
}
