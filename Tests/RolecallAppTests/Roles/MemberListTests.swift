import AccessModel
import SeededRandomness
import Testing

@testable import RolecallApp

@Suite("The list of a role's members")
struct MemberListTests {
  private static func member(_ number: Int) -> RoleMember {
    RoleMember(id: UserID("auth0|\(number)"), name: "Member \(number)")
  }

  private static func list(_ numbers: some Sequence<Int>) -> MemberList {
    var list = MemberList()
    list.append(numbers.map(member), visible: 5)
    return list
  }

  @Test(
    "Cursor, marks and the row that a range goes on from stay with their members when others leave")
  func leaving() {
    var list = Self.list(0..<10)
    list.place(at: 7, visible: 5)
    list.mark(.toggle)
    list.place(at: 2, visible: 5)
    list.mark(.toggle)
    list.place(at: 8, visible: 5)
    list.remove([UserID("auth0|0"), UserID("auth0|2"), UserID("auth0|4")], visible: 5)
    #expect(list.current == Self.member(8))
    #expect(list.markedIDs == [UserID("auth0|7")])
    #expect(list.chosen == [Self.member(7)])
    // The row that was marked last is gone, so that no range goes on from whoever stands there now.
    #expect(list.obstacle(to: .range) == "no row was marked from which to go on")
    list.remove([UserID("auth0|8")], visible: 5)
    #expect(list.current == nil)
    #expect(list.markedIDs == [UserID("auth0|7")])
    // Who comes again is a new row, without the mark that went with the old one.
    list.append([Self.member(2), Self.member(7)], visible: 5)
    #expect(list.markedIDs == [UserID("auth0|7")])
    #expect(list.shownIDs.map(\.rawValue) == [1, 3, 5, 6, 7, 9, 2].map { "auth0|\($0)" })
  }

  @Test("A member that comes twice stands there once")
  func twice() {
    var list = Self.list([1, 2, 1])
    list.append([Self.member(2), Self.member(3)], visible: 5)
    #expect(list.shownIDs.map(\.rawValue) == ["auth0|1", "auth0|2", "auth0|3"])
    #expect(list.shown == [0, 1, 2])
  }

  @Test("The filter finds what looking at each text finds", arguments: 0..<30)
  func filter(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let letters = ["a", "A", "b", "n", "é", "É", "ß", "م", "𝒳", " ", "|"]
    func text(upTo length: Int) -> String {
      (0..<Int.random(in: 0...length, using: &random)).map { _ in
        letters[Int.random(in: 0..<letters.count, using: &random)]
      }.joined()
    }
    let people = (0..<200).map { _ in (0..<3).map { _ in text(upTo: 8) } }
    var index = MemberIndex()
    for texts in people { index.append(texts) }
    for _ in 0..<50 {
      let wanted = text(upTo: 3)
      let bytes = Array(wanted.lowercased().utf8)
      func fits(_ number: Int) -> Bool {
        people[number].contains { text in
          bytes.isEmpty || Array(text.lowercased().utf8).firstRange(of: bytes) != nil
        }
      }
      #expect(index.numbers(matching: wanted) == (0..<200).filter(fits), "seed \(seed)")
      let share = Int.random(in: 1...10, using: &random)
      let some = (0..<200).filter { _ in Int.random(in: 0..<share, using: &random) == 0 }
      #expect(
        index.numbers(matching: wanted, among: some) == some.filter(fits), "seed \(seed)")
    }
  }
}
