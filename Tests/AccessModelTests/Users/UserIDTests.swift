import AccessModel
import Testing

@Suite("A user's id")
struct UserIDTests {
  @Test(
    "is another one where a single byte differs",
    arguments: [
      // Equal to a String, which compares by canonical equivalence; not to a tenant.
      ("ad|andr\u{E9}", "ad|andre\u{301}"), ("ad|\u{212B}", "ad|\u{C5}"), ("auth0|a", "auth0|A"),
      ("auth0|a", "auth0|a "),
    ])
  func bytes(left: String, right: String) {
    let (left, right) = (UserID(left), UserID(right))
    #expect(left != right)
    #expect(Set([left, right]).count == 2)
    #expect((left < right) != (right < left))
    #expect(left == UserID(rawValue: left.rawValue))
  }

  @Test("ids are sorted by their bytes")
  func order() {
    let ids = ["b", "a|", "a", "é", "B"].map { UserID($0) }
    #expect(ids.sorted().map(\.rawValue) == ["B", "a", "a|", "b", "é"])
  }
}
