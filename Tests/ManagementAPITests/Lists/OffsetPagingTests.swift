import AccessModel
import Testing

@testable import ManagementAPI

@Suite("Paging as a value")
struct OffsetPagingTests {
  private typealias Paging = OffsetPaging<Role, RoleID>

  private static func roles(_ range: Range<Int>) -> [Role] {
    range.map { Role(id: RoleID("rol_\($0)"), name: "R\($0)") }
  }

  @Test("A short page is not the end while the total says more")
  func shortPage() throws {
    var paging = Paging(by: \.id)
    #expect(try !paging.take(.init(items: Self.roles(0..<40), start: 0, limit: 100, total: 90)))
    #expect(paging.page == 1)
    #expect(try !paging.take(.init(items: Self.roles(40..<41), start: 100, limit: 100, total: 90)))
    #expect(try paging.take(.init(items: [], start: 200, limit: 100, total: 90)))
    #expect(paging.items.count == 41)
  }

  @Test("An item that moved onto the next page is listed once")
  func shifted() throws {
    var paging = Paging(by: \.id)
    #expect(try !paging.take(.init(items: Self.roles(0..<100), total: 130)))
    #expect(try !paging.take(.init(items: Self.roles(99..<130), total: 131)))
    #expect(try paging.take(.init(items: [], total: 131)))
    #expect(paging.items == Self.roles(0..<130))
  }

  @Test("A list that knows no pages ends where it repeats")
  func pageless() throws {
    var paging = Paging(by: \.id)
    #expect(try !paging.take(.init(items: Self.roles(0..<7))))
    #expect(try paging.take(.init(items: Self.roles(0..<7))))
    #expect(paging.items.count == 7)
  }

  @Test(
    "Only a smaller limit changes how many are asked for",
    arguments: [(nil, 100), (0, 100), (1, 1), (50, 50), (100, 100), (1_000, 100)])
  func limit(said: Int?, asked: Int) throws {
    var paging = Paging(by: \.id)
    #expect(try !paging.take(.init(items: Self.roles(0..<1), limit: said, total: 9)))
    #expect(paging.perPage == asked)
  }

  @Test("A list without end is given up")
  func endless() throws {
    var paging = Paging(by: \.id)
    for page in 0..<(Paging.pageLimit - 1) {
      #expect(try !paging.take(.init(items: Self.roles(page..<(page + 1)), total: .max)))
    }
    #expect(throws: Paging.Fault.endless(pages: Paging.pageLimit)) {
      try paging.take(.init(items: Self.roles(5_000..<5_001), total: .max))
    }
  }
}
