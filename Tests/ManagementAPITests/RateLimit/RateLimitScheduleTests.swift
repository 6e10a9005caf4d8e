import AccessModel
import Testing

@testable import ManagementAPI

@Suite("Which call is next")
struct RateLimitScheduleTests {
  private var schedule = RateLimitSchedule()
  private var calls = 0

  private mutating func add(
    _ operation: AccessModel.Operation = .listUsers, _ priority: CallPriority = .person
  ) {
    calls += 1
    schedule.add(
      RateLimitSchedule.Call(id: calls, operation: operation, priority: priority, share: 100))
  }

  /// Sends the next call and lets it be answered.
  private mutating func play(
    at now: Seconds, _ reading: RateLimitReading
  ) -> RateLimitSchedule.Call? {
    guard let turn = schedule.next(at: now).turn else { return nil }
    schedule.take(reading, for: turn, at: now)
    return turn.call
  }

  private static func left(_ left: Int, of limit: Int = 50, reset: Int = 101) -> RateLimitReading {
    RateLimitReading(limit: limit, remaining: left, reset: reset)
  }

  @Test("What a person waits for goes first, and a tenth is kept for the background")
  mutating func priorities() {
    for _ in 0..<10 { add(.listUsers, .background) }
    for _ in 0..<30 { add() }
    var order: [CallPriority] = []
    for left in (0..<30).reversed() {
      if let call = play(at: 100, Self.left(left)) { order.append(call.priority) }
    }
    #expect(order.count == 30)
    #expect(order.prefix(9).allSatisfy { $0 == .person })
    #expect(order.filter { $0 == .background }.count == 3)
  }

  @Test(
    "Of a kind that is new, one call goes before an answer; where the tenant takes many at once, a few",
    arguments: [(50, 5), (100, 5), (20, 2), (10, 1), (2, 1)])
  func newKinds(limit: Int, most: Int) throws {
    var copy = self
    for _ in 0..<2 { copy.add(.listUsers) }
    let first = try #require(copy.schedule.next(at: 100).turn)
    #expect(copy.schedule.next(at: 100).turn == nil)
    copy.schedule.take(Self.left(limit, of: limit), for: first, at: 100.1)
    let second = try #require(copy.schedule.next(at: 100.1).turn)
    copy.schedule.take(Self.left(limit, of: limit), for: second, at: 100.2)

    for _ in 0..<8 { copy.add(.removeUserRoles) }
    let probes = (0..<8).compactMap { _ in copy.schedule.next(at: 100.2).turn }
    #expect(probes.count == most)
    // One that comes to no answer makes room for another.
    copy.schedule.lose(probes[0])
    let another = try #require(copy.schedule.next(at: 100.3).turn)
    #expect(copy.schedule.next(at: 100.3).turn == nil)
    copy.schedule.take(Self.left(limit, of: limit), for: another, at: 100.4)
    #expect(copy.schedule.next(at: 100.4).turn != nil)
  }

  @Test("Calls of one kind go in the order in which they came")
  mutating func order() {
    for _ in 0..<5 { add() }
    let ids = (0..<5).map { play(at: 100, Self.left(40 - $0))?.id }
    #expect(ids == [1, 2, 3, 4, 5])
  }

  @Test("A refusal for all calls pauses all, whatever their own buckets have left")
  mutating func global() {
    add()
    _ = play(at: 100, Self.left(40))
    add(.removeUserRoles)
    _ = play(at: 100, Self.left(19, of: 20))
    add()
    var refusal = Self.left(0)
    refusal.isRefusal = true
    refusal.isGlobal = true
    _ = play(at: 100.1, refusal)
    add(.removeUserRoles)
    add()
    #expect(schedule.next(at: 100.2).turn == nil)
    #expect(schedule.next(at: 102).turn != nil)
  }

  @Test("Operations whose answers agree share a bucket, and others have their own")
  mutating func families() {
    add()
    _ = play(at: 100, Self.left(1))
    add(.getUser)
    _ = play(at: 100, Self.left(0))
    add(.removeUserRoles)
    #expect(schedule.next(at: 100).turn == nil)
    add(.listUsers)
    #expect(schedule.next(at: 100).turn == nil)
    // The next window: the write turns out to have a bucket of its own, which the reads do not spend.
    _ = play(at: 101.1, Self.left(19, of: 20, reset: 102))
    _ = play(at: 101.1, Self.left(0, reset: 102))
    add(.removeUserRoles)
    add(.getUser)
    #expect(schedule.next(at: 101.2).turn?.call.operation == .removeUserRoles)
    #expect(schedule.next(at: 101.2).turn == nil)
  }

  @Test("A tenant that says nothing of a limit is not held back, until it refuses")
  mutating func silent() {
    for _ in 0..<4 { add() }
    _ = play(at: 100, RateLimitReading())
    #expect(schedule.next(at: 100).turn != nil)
    guard let turn = schedule.next(at: 100).turn else { return }
    schedule.take(RateLimitReading(isRefusal: true, retryAfter: 3), for: turn, at: 100)
    #expect(schedule.next(at: 102.9).turn == nil)
    #expect(schedule.next(at: 103).turn != nil)
  }

  @Test(
    "Absurd numbers neither trap nor stop the program for ever",
    arguments: [0, 1, 99_999_999_999, 100_000_000_000])
  mutating func absurd(reset: Int) {
    for number in 0..<20 {
      add()
      let now = 100 + Seconds(number) * 70
      #expect(
        play(at: now, Self.left(0, of: 1, reset: number.isMultiple(of: 2) ? reset : 7)) != nil)
    }
  }
}
