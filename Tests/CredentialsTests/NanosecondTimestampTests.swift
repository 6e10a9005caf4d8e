import FoundationEssentials
import Testing

@testable import Credentials

@Suite("Times as the auth0 CLI writes them")
struct NanosecondTimestampTests {
  @Test(arguments: [
    ("2023-11-14T22:13:20Z", 1_700_000_000.0),
    ("2023-11-14T22:13:20.5Z", 1_700_000_000.5),
    ("2023-11-15T00:13:20.000000001+02:00", 1_700_000_000.000000001),
    ("2023-11-14T17:13:20.123456789-05:00", 1_700_000_000.123456789),
    ("2023-11-15T03:43:20+05:30", 1_700_000_000),
    ("1970-01-01T00:00:00Z", 0),
    ("2024-02-29T00:00:00Z", 1_709_164_800),
    ("2100-03-01T00:00:00Z", 4_107_542_400),
    ("2026-08-20T10:00:00.1+02:00", 1_787_212_800.1),
  ])
  func read(text: String, seconds: Double) throws {
    let date = try #require(NanosecondTimestamp(text)?.date)
    #expect(abs(date.timeIntervalSince1970 - seconds) < 0.000_001)
  }

  @Test(arguments: [
    "", "2023-11-14", "2023-11-14T22:13:20", "2023-11-14 22:13:20Z", "0001-01-01T00:00:00Z",
    "2023-02-29T00:00:00Z", "2023-13-01T00:00:00Z", "2023-11-14T24:00:00Z", "2023-11-14T22:13:20.Z",
    "2023-11-14T22:13:20.1234567890Z", "2023-11-14T22:13:20+0200", "tomorrow",
  ])
  func refused(text: String) {
    #expect(NanosecondTimestamp(text) == nil)
  }
}
