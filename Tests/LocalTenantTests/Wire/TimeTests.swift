import Testing

@testable import LocalTenant

@Suite("Times")
struct TimeTests {
  @Test(
    "A moment is written in UTC with milliseconds",
    arguments: [
      (0, "1970-01-01T00:00:00.000Z"), (1_674_673_232_884, "2023-01-25T19:00:32.884Z"),
      (951_782_400_000, "2000-02-29T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
    ] as [(Int64, String)])
  func written(milliseconds: Int64, text: String) {
    #expect(Timestamp(milliseconds: milliseconds).text == text)
    #expect(TimeSpan(text)?.start == Timestamp(milliseconds: milliseconds))
  }

  @Test("Every day of four centuries is the day that it was made from")
  func days() {
    for days in Int64(-36_525)...109_575 where CivilDate(days: days).days != days {
      Issue.record("day \(days)")
    }
  }

  @Test(
    "A written date stands for a stretch of time",
    arguments: [
      ("2024", "2024-01-01T00:00:00.000Z", "2025-01-01T00:00:00.000Z"),
      ("2024-02", "2024-02-01T00:00:00.000Z", "2024-03-01T00:00:00.000Z"),
      ("2024-12", "2024-12-01T00:00:00.000Z", "2025-01-01T00:00:00.000Z"),
      ("2024-02-29", "2024-02-29T00:00:00.000Z", "2024-03-01T00:00:00.000Z"),
      ("2024-02-29T13", "2024-02-29T13:00:00.000Z", "2024-02-29T14:00:00.000Z"),
      ("2024-02-29T13:05Z", "2024-02-29T13:05:00.000Z", "2024-02-29T13:06:00.000Z"),
      ("2024-02-29T13:05:09", "2024-02-29T13:05:09.000Z", "2024-02-29T13:05:10.000Z"),
      ("2024-02-29T13:05:09.5Z", "2024-02-29T13:05:09.500Z", "2024-02-29T13:05:09.501Z"),
    ])
  func spans(text: String, start: String, end: String) {
    let span = TimeSpan(text)
    #expect(span?.start.text == start)
    #expect(span?.end.text == end)
  }

  @Test(
    "What is no date is none",
    arguments: [
      "", "24", "2024-13", "2023-02-29", "2024-01-32", "2024-1-1T25", "now", "2024-01-01T1:99",
    ])
  func noDates(text: String) {
    #expect(TimeSpan(text) == nil)
  }
}
