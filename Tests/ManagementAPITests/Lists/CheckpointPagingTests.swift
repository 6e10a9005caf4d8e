import AccessModel
import Testing

@testable import ManagementAPI

@Suite("Paging by checkpoint, as a value")
struct CheckpointPagingTests {
  private static func page(
    _ number: Int, next: String?, total: Int? = nil
  ) -> ListAnswer<RoleMember> {
    let items = (0..<3).map { RoleMember(id: UserID("auth0|\(number)-\($0)")) }
    return ListAnswer(items: items, total: total, next: next)
  }

  @Test("Cursor leads to cursor; a page without one is the last")
  func cursors() throws {
    var paging = CheckpointPaging()
    #expect(paging.cursor == nil)
    for page in 0..<10 {
      try paging.take(Self.page(page, next: "c\(page)"))
      #expect(paging.cursor == "c\(page)")
      #expect(!paging.isAtEnd)
    }
    try paging.take(Self.page(10, next: nil))
    #expect(paging.isAtEnd)
    #expect(paging.count == 33)
  }

  @Test("A short page is not the end, an empty one is, whatever cursor it has")
  func emptyPage() throws {
    var paging = CheckpointPaging()
    try paging.take(ListAnswer(items: [RoleMember(id: UserID("a"))], next: "a"))
    #expect(!paging.isAtEnd)
    try paging.take(ListAnswer<RoleMember>(items: [], next: "b"))
    #expect(paging.isAtEnd)
    #expect(paging.count == 1)
  }

  @Test("An empty list is at its end at once")
  func empty() throws {
    var paging = CheckpointPaging()
    try paging.take(ListAnswer<RoleMember>(items: [], next: nil))
    #expect(paging.isAtEnd)
  }

  @Test("A cursor that repeats is an error, however long the circle", arguments: [1, 2, 3, 7, 50])
  func circle(length: Int) throws {
    var paging = CheckpointPaging()
    var thrown: CheckpointPaging.Fault?
    var page = 0
    while thrown == nil, page < length * 8 {
      do throws(CheckpointPaging.Fault) {
        // The items differ, as they do where somebody is added at each step.
        try paging.take(Self.page(page, next: "c\(page % length)"))
      } catch {
        thrown = error
      }
      page += 1
    }
    #expect(thrown == .repeatedCursor(page: page - 1))
  }

  @Test("A page that repeats is an error, whatever its cursor", arguments: [1, 2, 3, 7, 50])
  func repeatedPage(length: Int) throws {
    var paging = CheckpointPaging()
    var thrown: CheckpointPaging.Fault?
    var page = 0
    while thrown == nil, page < length * 8 {
      do throws(CheckpointPaging.Fault) {
        try paging.take(Self.page(page % length, next: "c\(page)"))
      } catch {
        thrown = error
      }
      page += 1
    }
    #expect(thrown == .repeatedPage(page: page - 1))
  }

  @Test("The end of a list that says that there is more is an error")
  func incomplete() throws {
    var paging = CheckpointPaging()
    try paging.take(Self.page(0, next: "c", total: 9))
    #expect(throws: CheckpointPaging.Fault.incomplete(read: 6, of: 9)) {
      try paging.take(Self.page(1, next: nil, total: 9))
    }
  }

  @Test("Where a list does not say how to go on, its last item may")
  func log() throws {
    var paging = CheckpointPaging(from: "900")
    #expect(paging.cursor == "900")
    try paging.take(ListAnswer(items: [LogEntry(id: "901"), LogEntry(id: "902")]))
    #expect(paging.cursor == "902")
    try paging.take(ListAnswer<LogEntry>(items: []))
    #expect(paging.isAtEnd)
  }
}
