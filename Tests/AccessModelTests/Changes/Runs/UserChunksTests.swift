import AccessModel
import SeededRandomness
import Testing

@Suite("One role for many users, in chunks")
struct UserChunksTests {
  private static let missing = APIError(.notFound, .getUser, status: 404)

  private static func ids(_ range: Range<Int>) -> [UserID] { range.map { UserID("auth0|\($0)") } }

  @Test("all accepted: a call a chunk, in order")
  func accepted() {
    var chunks = UserChunks(Self.ids(0..<120))
    var sent: [[UserID]] = []
    while let chunk = chunks.next {
      sent.append(chunk)
      chunks.accept()
    }
    #expect(sent.map(\.count) == [50, 50, 20])
    #expect(chunks.settled == Self.ids(0..<120))
    #expect(UserChunks([]).next == nil)
  }

  @Test("a refused chunk is split until the users it fails on are named")
  func split() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      let users = Self.ids(0..<Int.random(in: 1...130, using: &generator))
      let gone = Set(users.filter { _ in Int.random(in: 0..<25, using: &generator) == 0 })
      var chunks = UserChunks(users)
      var calls = 0
      while let chunk = chunks.next {
        calls += 1
        if gone.isDisjoint(with: chunk) {
          chunks.accept()
        } else {
          chunks.refuse(Self.missing, holding: [])
        }
        guard calls < 2_000 else {
          Issue.record("does not end")
          return
        }
      }
      #expect(Set(chunks.refused.map(\.user)) == gone)
      #expect(Set(chunks.settled) == Set(users).subtracting(gone))
      #expect(chunks.uncertain.isEmpty)
      // A chunk of 50 needs 6 halvings for each user that is gone, and two calls for each.
      #expect(calls <= (users.count + 49) / 50 + gone.count * 12)
    }
  }

  @Test("who holds the role when it is read again is not sent again")
  func holding() {
    var chunks = UserChunks(Self.ids(0..<4), size: 4)
    chunks.refuse(Self.missing, holding: Set(Self.ids(0..<3)))
    #expect(chunks.next == Self.ids(3..<4))
    chunks.refuse(Self.missing, holding: [])
    #expect(chunks.next == nil)
    #expect(chunks.refused.map(\.user) == Self.ids(3..<4))
    #expect(chunks.settled == Self.ids(0..<3))
  }

  @Test("a refusal of the token or the pace splits nothing")
  func token() {
    for code in [APIError.Code.unauthorized, .forbidden, .rateLimited, .unreachable] {
      var chunks = UserChunks(Self.ids(0..<4), size: 4)
      chunks.refuse(APIError(code, .getUser), holding: [])
      #expect(chunks.next == Self.ids(0..<4))
      #expect(chunks.refused.isEmpty)
    }
  }

  @Test("a lost answer is never sent again by itself")
  func lost() {
    var chunks = UserChunks(Self.ids(0..<4), size: 2)
    chunks.lose(holding: Set(Self.ids(0..<1)))
    chunks.lose(holding: nil)
    #expect(chunks.next == nil)
    #expect(chunks.settled == Self.ids(0..<1))
    #expect(chunks.uncertain == Self.ids(1..<4))
  }
}
