import AccessModel
import Testing

@testable import ManagementAPI

@Suite("Paging by offset, as a value")
struct OffsetPagingTests {
  private typealias Paging = OffsetPaging<Role, RoleID>

  private static func roles(_ range: Range<Int>) -> [Role] {
    range.map { Role(id: RoleID("rol_\($0)"), name: "R\($0)") }
  }

  @Test("A short page is not the end while the total says more")
  func shortPage() throws {
    var paging = Paging(by: \.id)
    _ = try paging.take(.init(items: Self.roles(0..<40), start: 0, limit: 100, total: 90))
    #expect(paging.page == 1)
    _ = try paging.take(.init(items: Self.roles(40..<41), start: 100, limit: 100, total: 90))
    #expect(!paging.isAtEnd)
    #expect(try paging.take(.init(items: [], start: 200, limit: 100, total: 90)).isEmpty)
    #expect(paging.isAtEnd)
    #expect(paging.count == 41)
  }

  @Test("An item that moved onto the next page is listed once")
  func shifted() throws {
    var paging = Paging(by: \.id)
    var items = try paging.take(.init(items: Self.roles(0..<100), total: 130))
    items += try paging.take(.init(items: Self.roles(99..<130), total: 131))
    #expect(!paging.isAtEnd)
    items += try paging.take(.init(items: [], total: 131))
    #expect(paging.isAtEnd)
    #expect(items == Self.roles(0..<130))
  }

  @Test("A list that knows no pages ends where it repeats")
  func pageless() throws {
    var paging = Paging(by: \.id)
    #expect(try paging.take(.init(items: Self.roles(0..<7))).count == 7)
    #expect(!paging.isAtEnd)
    #expect(try paging.take(.init(items: Self.roles(0..<7))).isEmpty)
    #expect(paging.isAtEnd)
  }

  @Test(
    "Only a smaller limit changes how many are asked for",
    arguments: [(nil, 100), (0, 100), (1, 1), (50, 50), (100, 100), (1_000, 100)])
  func limit(said: Int?, asked: Int) throws {
    var paging = Paging(by: \.id)
    _ = try paging.take(.init(items: Self.roles(0..<1), limit: said, total: 9))
    #expect(paging.perPage == asked)
  }

  @Test("A page beyond the wall is not asked for", arguments: [(100, 10), (50, 20), (30, 33)])
  func wall(limit: Int, pages: Int) throws {
    var paging = Paging(wall: 1_000, by: \.id)
    var taken = 0
    while !paging.isAtEnd {
      let first = taken * limit
      _ = try paging.take(
        .init(items: Self.roles(first..<(first + limit)), limit: limit, total: 48_210))
      taken += 1
    }
    #expect(taken == pages)
    #expect(paging.count == pages * limit)
  }

  @Test("A list without end is given up")
  func endless() throws {
    var paging = Paging(by: \.id)
    for page in 0..<(Paging.pageLimit - 1) {
      _ = try paging.take(.init(items: Self.roles(page..<(page + 1)), total: .max))
    }
    #expect(throws: Paging.Fault.endless(pages: Paging.pageLimit)) {
      try paging.take(.init(items: Self.roles(5_000..<5_001), total: .max))
    }
  }
}
