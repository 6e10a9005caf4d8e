import FoundationEssentials
import Testing

@testable import ManagementAPI

@Suite("When a token is used and when another is obtained")
struct TokenLedgerTests {
  private static let start = Date(timeIntervalSince1970: 1_700_000_000)
  private struct Broken: Error {}

  private static func at(_ seconds: Double) -> Date { start.addingTimeInterval(seconds) }

  /// A token that ends so many seconds after the start.
  private static func token(_ name: String, ends seconds: Int? = nil) -> AccessToken {
    let end = seconds.map { #","exp":\#(1_700_000_000 + $0)"# } ?? ""
    return AccessToken(Secret(TestToken.text(payload: #"{"aud":"a","sub":"\#(name)"\#(end)}"#)))
  }

  private static func ledger(holding token: AccessToken, isRenewable: Bool = true) -> TokenLedger {
    var ledger = TokenLedger(isRenewable: isRenewable)
    #expect(ledger.decide(.any, now: start) == .init(answer: .wait, obtains: true))
    ledger.take(token, now: start)
    return ledger
  }

  @Test("The first to ask begins the obtaining, and the others wait for it")
  func first() throws {
    var ledger = TokenLedger(isRenewable: true)
    #expect(ledger.decide(.any, now: Self.start) == .init(answer: .wait, obtains: true))
    #expect(ledger.decide(.any, now: Self.start) == .init(answer: .wait, obtains: false))
    let token = Self.token("a", ends: 3_600)
    ledger.take(token, now: Self.start)
    #expect(try ledger.outcome(for: .any, failure: nil, now: Self.start).get() == token)
    #expect(ledger.decide(.any, now: Self.start) == .init(answer: .use(token), obtains: false))
  }

  @Test(
    "It is renewed five minutes before its end, or a tenth of its life, and used meanwhile",
    arguments: [
      (86_400, 86_099.0, 86_100.0), (3_600, 3_299, 3_300), (600, 539, 540), (60, 53, 54),
      (20, 17.9, 20),
    ])
  func renewal(lifetime: Int, fresh: Double, due: Double) {
    let token = Self.token("a", ends: lifetime)
    var ledger = Self.ledger(holding: token)
    #expect(
      ledger.decide(.any, now: Self.at(fresh)) == .init(answer: .use(token), obtains: false))
    let isOver = due >= Double(lifetime)
    #expect(
      ledger.decide(.any, now: Self.at(due))
        == .init(answer: isOver ? .wait : .use(token), obtains: true))
    #expect(!ledger.decide(.any, now: Self.at(due)).obtains)
  }

  @Test("Where renewing fails it is used to its end, and tried again every half minute")
  func failedRenewal() throws {
    let token = Self.token("a", ends: 3_600)
    var ledger = Self.ledger(holding: token)
    #expect(ledger.decide(.any, now: Self.at(3_400)).obtains)
    ledger.fail(now: Self.at(3_401))
    #expect(
      try ledger.outcome(for: .any, failure: Broken(), now: Self.at(3_401)).get() == token)
    #expect(
      ledger.decide(.any, now: Self.at(3_430)) == .init(answer: .use(token), obtains: false))
    #expect(ledger.decide(.any, now: Self.at(3_431)) == .init(answer: .use(token), obtains: true))
    ledger.fail(now: Self.at(3_600))
    #expect(throws: Broken.self) {
      try ledger.outcome(for: .any, failure: Broken(), now: Self.at(3_600)).get()
    }
    #expect(ledger.decide(.any, now: Self.at(3_600)) == .init(answer: .wait, obtains: true))
  }

  @Test("A source that has one token only is asked once, and the end of it is said")
  func fixed() {
    let token = Self.token("a", ends: 3_600)
    var ledger = Self.ledger(holding: token, isRenewable: false)
    #expect(
      ledger.decide(.any, now: Self.at(3_599)) == .init(answer: .use(token), obtains: false))
    #expect(
      ledger.decide(.any, now: Self.at(3_600))
        == .init(answer: .ended(at: Self.at(3_600)), obtains: false))
    #expect(
      ledger.decide(.replacement(of: token), now: Self.start)
        == .init(answer: .noOther, obtains: false))
  }

  @Test("Two callers with the same refused token cause one obtaining; a late one gets what it gave")
  func refused() throws {
    let (old, new) = (Self.token("a", ends: 3_600), Self.token("b", ends: 7_200))
    var ledger = Self.ledger(holding: old)
    let want = TokenLedger.Want.replacement(of: old)
    #expect(ledger.decide(want, now: Self.start) == .init(answer: .wait, obtains: true))
    #expect(ledger.decide(want, now: Self.start) == .init(answer: .wait, obtains: false))
    // Nobody gets the refused one meanwhile.
    #expect(ledger.decide(.any, now: Self.start) == .init(answer: .wait, obtains: false))
    ledger.take(new, now: Self.start)
    #expect(try ledger.outcome(for: want, failure: nil, now: Self.start).get() == new)
    #expect(ledger.decide(want, now: Self.start) == .init(answer: .use(new), obtains: false))
  }

  @Test("A source that insists on a refused token has no other, and is left alone for a while")
  func insisted() throws {
    let token = Self.token("a", ends: 3_600)
    var ledger = Self.ledger(holding: token)
    let want = TokenLedger.Want.replacement(of: token)
    #expect(ledger.decide(want, now: Self.start).obtains)
    ledger.take(token, now: Self.start)
    #expect(try ledger.outcome(for: want, failure: nil, now: Self.start).get() == nil)
    #expect(try ledger.outcome(for: .any, failure: nil, now: Self.start).get() == token)
    #expect(ledger.decide(want, now: Self.at(29)) == .init(answer: .noOther, obtains: false))
    #expect(ledger.decide(want, now: Self.at(30)) == .init(answer: .wait, obtains: true))
  }

  @Test("After a refusal a failure is thrown: the refused token is not used again")
  func refusedAndFailed() {
    let token = Self.token("a", ends: 3_600)
    var ledger = Self.ledger(holding: token)
    #expect(ledger.decide(.replacement(of: token), now: Self.start).obtains)
    ledger.fail(now: Self.start)
    for want in [TokenLedger.Want.any, .replacement(of: token)] {
      #expect(throws: Broken.self) {
        try ledger.outcome(for: want, failure: Broken(), now: Self.start).get()
      }
    }
    #expect(ledger.decide(.any, now: Self.start) == .init(answer: .wait, obtains: true))
  }

  @Test(
    "A token without an end is used for good; one that is over from the start for half a minute")
  func oddEnds() {
    let endless = Self.token("a")
    var ledger = Self.ledger(holding: endless)
    #expect(
      ledger.decide(.any, now: Self.at(1e9)) == .init(answer: .use(endless), obtains: false))
    // This clock is ahead of the tenant's, or the token really is over: the tenant decides.
    let over = Self.token("b", ends: -60)
    ledger = Self.ledger(holding: over)
    #expect(ledger.decide(.any, now: Self.at(29)) == .init(answer: .use(over), obtains: false))
    #expect(ledger.decide(.any, now: Self.at(30)) == .init(answer: .use(over), obtains: true))
  }
}
