import AccessModel
import FoundationEssentials
import SeededRandomness
import Testing

@Suite("A moment to the millisecond")
struct TimestampTextTests {
  @Test(
    "is written as the API writes it",
    arguments: [
      (1_674_673_232_884, "2023-01-25T19:00:32.884Z"), (0, "1970-01-01T00:00:00.000Z"),
      (-1, "1969-12-31T23:59:59.999Z"), (951_782_400_000, "2000-02-29T00:00:00.000Z"),
      (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
      (-62_167_219_200_000, "0000-01-01T00:00:00.000Z"),
      (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
      (Int64.max, "9999-12-31T23:59:59.999Z"), (Int64.min, "0000-01-01T00:00:00.000Z"),
    ] as [(Int64, String)])
  func written(milliseconds: Int64, text: String) {
    #expect(Timestamp(milliseconds: milliseconds).description == text)
    #expect(Timestamp(text)?.description == text)
  }

  @Test(
    "nothing else is one",
    arguments: [
      "", "2023-01-25T19:00:32Z", "2023-02-30T00:00:00.000Z", "2023-13-01T00:00:00.000Z",
      "2023-00-01T00:00:00.000Z", "2023-01-00T00:00:00.000Z", "2023-01-25T24:00:00.000Z",
      "2023-01-25T19:60:00.000Z", "2023-01-25T19:00:60.000Z", "2023-01-25T19:00:32.884+",
      "2023-01-25 19:00:32.884Z", "+023-01-25T19:00:32.884Z", "2100-02-29T00:00:00.000Z",
      "2023-01-25T19:00:32.884ZZ", "２023-01-25T19:00:32Z",
    ])
  func refused(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test("comes back from its text, and agrees with the date that the API's spelling gives")
  func roundTrip() throws {
    var generator = SeededGenerator(seed: 20_261_124)
    for _ in 0..<500 {
      let moment = Timestamp(
        milliseconds: .random(in: -62_167_219_200_000...253_402_300_799_999, using: &generator))
      #expect(Timestamp(moment.description) == moment)
    }
    for _ in 0..<200 {
      let moment = Timestamp(milliseconds: .random(in: 0...4_000_000_000_000, using: &generator))
      let date = try #require(Date(timestamp: moment.description))
      #expect(Timestamp(date) == moment)
      #expect(Timestamp(moment.date) == moment)
    }
    #expect(Timestamp(Date(timeIntervalSince1970: .nan)).milliseconds == 0)
    #expect(Timestamp(Date.distantFuture).description == "4001-01-01T00:00:00.000Z")
    #expect(Timestamp(Date(timeIntervalSince1970: .infinity)).description.hasPrefix("9999"))
  }
}
