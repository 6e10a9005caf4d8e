import Commands
import FoundationEssentials
import Testing

struct PictureTests {
  @Test("The README's picture is what the program draws", .timeLimit(.minutes(5)))
  func pictureIsFresh() async throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let kept = try String(
      contentsOf: root.appending(path: "docs/rolecall.svg"), encoding: .utf8)
    let drawn = try await PictureScene().svg
    // Compared first, so that a failure does not print both pictures.
    let isFresh = kept == drawn
    #expect(
      isFresh,
      "docs/rolecall.svg is stale: swift run rolecall picture > docs/rolecall.svg")
  }
}
