import AccessModel
import Testing

@Suite("What is said of changes that are taken back or gone on with")
struct RecoveryWordsTests {
  private static let closed = APIError(.forbidden, .getUser, status: 403)

  @Test("each reason has words of its own")
  func reasons() {
    let keys = (0..<5).map { Permission.Key(api: "https://billing/", name: "p\($0)") }
    let reasons: [UndoPlan.Reason] = [
      .alreadySoThen, .neverDone, .fateUncertain, .beforeUnknown,
      .irrevocable(.deletedRoleGetsNewID), .irrevocable(.endedSessionsStayEnded),
      .irrevocable(.settingBeforeUnknown), .irrevocable(.wasAlreadySo), .takenBackSince,
      .decidedSince(.run("run-2")), .decidedSince(.log("9")), .setDifferentlySince, .userDeleted,
      .userBlocked, .userCreatedAnotherTime, .userNotCertain, .notMember, .roleDeleted,
      .roleGivesMore(keys), .unread(Self.closed), .unreadableRecord,
    ]
    #expect(Set(reasons.map(\.words)).count == reasons.count)
    #expect(
      UndoPlan.Reason.roleGivesMore(keys).words
        == "the role gives more now than then: p0, p1, p2 and 2 more")
  }

  @Test("each decision has words of its own, and an assignment's are not a removal's")
  func decisions() {
    let removal = Change.removeRole(.admin, from: .ana)
    let decisions: [ResumeDecision] = [
      .send, .recorded, .recordedUnread(Self.closed), .alreadySo, .soWithUncertainFate,
      .decidedAgainSince, .decidedByOthers(.run("run-2")), .decidedByOthers(.log("9")),
      .askLog(correlations: []), .askPerson, .leftByPerson, .refused(.notFound),
      .unread(Self.closed), .userDeleted, .userCreatedAnotherTime, .roleDeleted,
      .unreadableRecord,
    ]
    #expect(Set(decisions.map { $0.words(for: removal) }).count == decisions.count)
    #expect(
      ResumeDecision.decidedAgainSince.words(for: removal)
        == "assigned again since, not by this run")
    #expect(
      ResumeDecision.decidedAgainSince.words(for: .assignRole(.admin, to: .ana))
        == "removed again since, not by this run")
    for change in Change.samples {
      #expect(ResumeDecision.decidedAgainSince.words(for: change).hasSuffix("not by this run"))
    }
  }
}
