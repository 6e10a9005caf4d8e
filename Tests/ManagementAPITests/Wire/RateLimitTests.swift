import AccessModel
import FoundationEssentials
import Testing

@testable import ManagementAPI

@Suite("Rate limits and when to try again")
struct RateLimitTests {
  private static let now = LoopbackServer.now

  /// What the bucket says when it is empty until a time.
  private static func empty(until reset: String) -> [String: String] {
    ["x-ratelimit-limit": "2", "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset]
  }

  private static let retries: [(status: Int, headers: [String: String], seconds: Double?)] = [
    (429, ["retry-after": "3"], 3), (429, ["retry-after": "0"], 0),
    (429, ["retry-after": "Tue, 14 Nov 2023 22:13:25 GMT"], 5),
    (429, empty(until: "1700000007"), 7), (429, empty(until: "1699999999"), -1),
    (429, empty(until: "1700000007").merging(["retry-after": "1"]) { $1 }, 1),
    (429, empty(until: "1700000007").merging(["retry-after": "soon"]) { $1 }, 7),
    (503, ["retry-after": "9"], 9), (503, empty(until: "1700000007"), nil), (429, [:], nil),
    (429, ["retry-after": "-1"], nil), (429, ["retry-after": "99999999999999999999"], nil),
    (429, ["retry-after": "86401"], nil), (429, ["x-ratelimit-reset": "1700000007"], nil),
    (429, empty(until: "1e300"), nil), (429, empty(until: "nan"), nil),
    (429, empty(until: "1700000007000"), nil), (400, ["retry-after": "3"], nil),
  ]

  @Test("When to try again", arguments: retries.indices)
  func retryAt(row: Int) {
    let (status, headers, seconds) = Self.retries[row]
    let answer = Answer(status: status, headers: headers, receivedAt: Self.now)
    let error = #expect(throws: APIError.self) { try answer.check(for: .listUsers) }
    #expect(error?.retryAt == seconds.map { Self.now.addingTimeInterval($0) })
  }

  @Test(
    "Rate limits are numbers or nothing",
    arguments: [
      (["x-ratelimit-limit": "10", "x-ratelimit-remaining": "0"], 10), ([:], nil),
      (["x-ratelimit-limit": "10"], nil), (["x-ratelimit-remaining": "10"], nil),
      (["x-ratelimit-limit": "ten", "x-ratelimit-remaining": "0"], nil),
      (["x-ratelimit-limit": "10", "x-ratelimit-remaining": "-1"], nil),
    ] as [([String: String], Int?)])
  func rateLimit(headers: [String: String], limit: Int?) {
    let answer = Answer(status: 200, headers: headers, receivedAt: Self.now)
    #expect(answer.rateLimit == limit.map { RateLimit(limit: $0, remaining: 0, resetsAt: nil) })
  }

  @Test(
    "Dates of HTTP",
    arguments: [
      ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Wed, 21 Oct 2015 07:28:00 GMT", 1_445_412_480),
      ("Thu, 29 Feb 2024 23:59:59 GMT", 1_709_251_199),
      ("Sun, 01 Mar 2026 00:00:00 GMT", 1_772_323_200), ("2015-10-21", nil), ("", nil),
      ("Wed, 21 Oct 2015 07:28:00 CET", nil), ("Wed, 21 Foo 2015 07:28:00 GMT", nil),
      ("Wed, 99 Oct 2015 07:28:00 GMT", nil), ("Wed, 21 Oct 99999999999 07:28:00 GMT", nil),
      ("Wed, 21 Oct 2015 7:28 GMT", nil),
    ] as [(String, Double?)])
  func dates(text: String, seconds: Double?) {
    #expect(HTTPDate(text)?.date == seconds.map { Date(timeIntervalSince1970: $0) })
  }
}
