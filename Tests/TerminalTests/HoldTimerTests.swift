import Canvas
import Testing

@testable import Terminal

@Suite("Holds and when they settle")
struct HoldTimerTests {
  private let first = InputHold(revision: 1)
  private let second = InputHold(revision: 2)
  private let start = SuspendingClock.Instant.now

  /// One painted frame, or one look at the clock.
  enum Step: Sendable {
    case paint(Int?, flushes: Bool)
    case look(settles: Int?)
  }

  @Test(
    "Steps at instants, in milliseconds",
    arguments: [
      [(0, .paint(nil, flushes: false)), (1000, .look(settles: nil))],
      [
        (0, .paint(1, flushes: true)), (249, .look(settles: nil)), (250, .look(settles: 1)),
        (251, .look(settles: nil)),
      ],
      [(0, .paint(1, flushes: true)), (200, .paint(1, flushes: false)), (250, .look(settles: 1))],
      [
        (0, .paint(1, flushes: true)), (200, .paint(2, flushes: true)), (250, .look(settles: nil)),
        (449, .look(settles: nil)), (450, .look(settles: 2)),
      ],
      [
        (0, .paint(1, flushes: true)), (100, .paint(nil, flushes: false)),
        (300, .look(settles: nil)),
        (400, .paint(1, flushes: true)), (600, .look(settles: nil)), (650, .look(settles: 1)),
      ],
      [
        (0, .paint(1, flushes: true)), (300, .look(settles: 1)), (301, .paint(1, flushes: false)),
        (900, .look(settles: nil)),
      ],
    ] as [[(Int, Step)]])
  func steps(_ steps: [(Int, Step)]) {
    var timer = HoldTimer()
    for (milliseconds, step) in steps {
      let instant = start.advanced(by: .milliseconds(milliseconds))
      switch step {
      case .paint(let revision, let flushes):
        let hold = revision.map { InputHold(revision: $0) }
        #expect(timer.begins(hold) == flushes)
        #expect(timer.paint(hold, at: instant) == flushes, "at \(milliseconds)")
      case .look(let settles):
        #expect(timer.settle(at: instant)?.revision == settles, "at \(milliseconds)")
      }
    }
  }

  @Test("There is a time to wake up only while something is to settle")
  func timeLeft() {
    var timer = HoldTimer()
    #expect(timer.timeLeft(at: start) == nil)
    _ = timer.paint(first, at: start)
    #expect(timer.timeLeft(at: start.advanced(by: .milliseconds(50))) == .milliseconds(200))
    #expect(timer.timeLeft(at: start.advanced(by: .seconds(1))) == .zero)
    _ = timer.settle(at: start.advanced(by: .seconds(1)))
    #expect(timer.timeLeft(at: start.advanced(by: .seconds(1))) == nil)
  }

  @Test("A hold that was forgotten begins anew")
  func forget() {
    var timer = HoldTimer()
    _ = timer.paint(second, at: start)
    timer.forget()
    #expect(timer.settle(at: start.advanced(by: .seconds(1))) == nil)
    #expect(timer.begins(second))
    let beginsAgain = timer.paint(second, at: start)
    #expect(beginsAgain)
  }
}
