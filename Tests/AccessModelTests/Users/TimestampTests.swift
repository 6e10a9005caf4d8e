import FoundationEssentials
import Testing

@testable import AccessModel

@Suite("Timestamps of the API")
struct TimestampTests {
  @Test(
    "with and without fractions of a second",
    arguments: [
      ("2023-01-25T19:00:32.884Z", 1_674_673_232.884), ("2023-01-25T19:00:32Z", 1_674_673_232),
      ("1970-01-01T00:00:00.000Z", 0), ("2024-02-29T23:59:59.999Z", 1_709_251_199.999),
    ])
  func valid(text: String, seconds: Double) throws {
    let date = try #require(Date(timestamp: text))
    #expect(abs(date.timeIntervalSince1970 - seconds) < 0.0005)
  }

  @Test(
    "anything else is no date",
    arguments: ["", "never", "2023-01-25", "1674673232", "2023-13-45T99:00:00Z", "\u{0}"])
  func invalid(text: String) {
    #expect(Date(timestamp: text) == nil)
  }
}
