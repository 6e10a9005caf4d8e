import Testing

@testable import LocalTenant

@Suite("Checkpoints")
struct CheckpointTests {
  @Test("A cursor is what real traffic has", arguments: ["auth0|64107988d3534be8b2dc383c"])
  func cursor(id: String) {
    let checkpoint = Checkpoint(time: Timestamp(milliseconds: 1_678_801_288_961), id: id)
    #expect(
      checkpoint.cursor
        == "MjAyMy0wMy0xNCAxMzo0MToyOC45NjEwMDBVVEMsYXV0aDB8NjQxMDc5ODhkMzUzNGJlOGIyZGMzODNj")
    #expect(Checkpoint(cursor: checkpoint.cursor) == checkpoint)
  }

  @Test("Any id comes back", arguments: ["waad|a/b@c d+eé", "samlp|x|y,z,UTC,"])
  func anyID(id: String) {
    let checkpoint = Checkpoint(time: Timestamp(milliseconds: 1), id: id)
    #expect(Checkpoint(cursor: checkpoint.cursor) == checkpoint)
  }

  @Test("What is no cursor is none", arguments: ["", "x", "!!!!", "MjAyMw", "LA", "YSxi"])
  func none(text: String) {
    #expect(Checkpoint(cursor: text) == nil)
  }
}
