import AccessModel
import Testing

@Suite("How much of a list can be reached")
struct ReachTests {
  @Test(
    "The first 1,000, and all where there are fewer",
    arguments: [
      (nil, .whole), (0, .whole), (999, .whole), (1_000, .first(1_000, of: nil)),
      (1_001, .first(1_000, of: 1_001)), (48_210, .first(1_000, of: 48_210)),
    ] as [(Int?, Reach)])
  func reach(total: Int?, expected: Reach) {
    #expect(Reach(total: total) == expected)
  }
}
