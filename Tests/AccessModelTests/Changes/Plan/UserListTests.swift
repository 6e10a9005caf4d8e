import AccessModel
import Testing

@Suite("A file of users")
struct UserListTests {
  @Test(
    "a line names a user by id, email or name",
    arguments: [
      ("auth0|ana", .id, "auth0|ana"), ("ana@acme.example", .email, "ana@acme.example"),
      ("samlp|acme|ana@acme.example", .id, "samlp|acme|ana@acme.example"),
      ("id:ana@acme.example", .id, "ana@acme.example"), ("email:x|y@z", .email, "x|y@z"),
      ("name:Ana Lima", .name, "Ana Lima"), ("63d17c50", .id, "63d17c50"),
    ] as [(String, UserSelector.Kind, String)])
  func selectors(typed: String, kind: UserSelector.Kind, text: String) {
    #expect(UserSelector(typed: typed) == UserSelector(kind, text))
  }

  @Test("blank lines, ends of lines and a byte order mark do not count")
  func lines() {
    let list = UserList(
      bytes: Array("\u{FEFF}auth0|ana\r\n\n  bo@acme.example \t\n\r\nauth0|x y".utf8))
    #expect(list.entries.map(\.line) == [1, 3, 5])
    #expect(
      list.entries.map(\.selector) == [
        UserSelector(.id, "auth0|ana"), UserSelector(.email, "bo@acme.example"),
        UserSelector(.id, "auth0|x y"),
      ])
    #expect(list.problems.isEmpty)
    #expect(UserList(bytes: []).entries.isEmpty)
  }

  @Test("what is no text is a problem of its line")
  func faults() {
    var bytes = Array("auth0|a\u{7}\nauth0|\u{202E}b\n".utf8)
    bytes += [0xFF, 0x0A]
    bytes += Array(repeating: UInt8(ascii: "x"), count: 1_025) + [0x0A]
    bytes += Array("auth0|ok\n".utf8)
    let list = UserList(bytes: bytes)
    #expect(
      list.problems == [
        .init(line: 1, fault: .notText), .init(line: 2, fault: .notText),
        .init(line: 3, fault: .notText), .init(line: 4, fault: .tooLong),
      ])
    #expect(list.entries.map(\.line) == [5])
  }

  @Test("a line that means nobody, or several, stops the plan; one that means one twice does not")
  func settled() throws {
    let list = UserList(bytes: Array("auth0|ana\nana@acme.example\nauth0|bo".utf8))
    let (id, email, bo) = (
      UserSelector(.id, "auth0|ana"), UserSelector(.email, "ana@acme.example"),
      UserSelector(.id, "auth0|bo")
    )
    let users = list.users(found: [id: .known([.ana]), email: .known([.ana]), bo: .known([.bo])])
    #expect(users == .success([.ana, .bo]))
    let problems = list.users(found: [email: .known([.ana, .bo]), bo: .unknown(.closed)])
    #expect(
      problems
        == .failure(
          UserList.Problems(lines: [
            .init(line: 1, fault: .unknown), .init(line: 2, fault: .ambiguous([.ana, .bo])),
            .init(line: 3, fault: .unread(.closed)),
          ])))
  }
}
