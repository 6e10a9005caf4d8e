import Commands
import FoundationEssentials
import Testing

@Suite("The pictures of the README and the guide")
struct PictureTests {
  private static let docs = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs")

  @Test("Each is what the program draws", .timeLimit(.minutes(5)))
  func fresh() async throws {
    let drawn = try await PictureAlbum().pictures
    let folder = Self.docs.appending(path: "pictures")
    let kept = try FileManager.default.contentsOfDirectory(
      atPath: folder.path(percentEncoded: false))
    #expect(Set(kept) == Set(drawn.keys.map { "\($0).svg" }))
    for (name, svg) in drawn {
      let file = folder.appending(path: "\(name).svg")
      // Compared first, so that a failure does not print both pictures.
      let isFresh = try String(contentsOf: file, encoding: .utf8) == svg
      #expect(isFresh, "\(name).svg is stale: swift run rolecall picture docs/pictures")
    }
  }

  @Test("Each is shown somewhere", .timeLimit(.minutes(5)))
  func shown() throws {
    let folder = Self.docs.appending(path: "pictures")
    let guide = try String(contentsOf: Self.docs.appending(path: "guide.md"), encoding: .utf8)
    for name in try FileManager.default.contentsOfDirectory(
      atPath: folder.path(percentEncoded: false))
    {
      #expect(guide.contains("(pictures/\(name))"), "the guide does not show \(name)")
    }
  }
}
