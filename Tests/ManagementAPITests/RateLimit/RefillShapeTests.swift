import Testing

@testable import ManagementAPI

@Suite("How a bucket is filled again")
struct RefillShapeTests {
  private struct Seen {
    var calls: Double
    var time: Seconds
    var isWithinWindow: Bool
  }

  private static func shape(_ seen: [Seen]) -> RefillShape {
    var shape = RefillShape()
    for one in seen { shape.note(one.calls, in: one.time, isWithinWindow: one.isWithinWindow) }
    return shape
  }

  private static func seconds(_ count: Int, within: Double, between: Double) -> [Seen] {
    (0..<count).flatMap { _ in
      [
        Seen(calls: within, time: 0.8, isWithinWindow: true),
        Seen(calls: between, time: 0.2, isWithinWindow: false),
      ]
    }
  }

  /// Somebody else spends a burst at once.
  private static let burst = [Seen(calls: -200, time: 0.7, isWithinWindow: true)]

  @Test("Nothing is said before enough was seen")
  func early() {
    #expect(RefillShape().kind == .unknown)
    #expect(Self.shape(Self.seconds(1, within: 0, between: 2)).kind == .unknown)
  }

  @Test("What comes when windows begin comes in steps; what comes within them as well flows")
  func kinds() {
    #expect(Self.shape(Self.seconds(3, within: 0, between: 10)).kind == .steps)
    #expect(Self.shape(Self.seconds(3, within: 8, between: 2)).kind == .flow)
    #expect(abs(Self.shape(Self.seconds(3, within: 8, between: 2)).rate - 10) < 1e-9)
  }

  @Test("A burst that somebody else spent is forgotten as soon as calls come back")
  func burst() {
    #expect(Self.shape(Self.burst + Self.seconds(3, within: 0, between: 10)).kind == .steps)
    #expect(Self.shape(Self.burst + Self.seconds(3, within: 8, between: 2)).kind == .flow)
  }

  @Test("Others who call all the time do not make steps look like a flow")
  func others() {
    #expect(Self.shape(Self.seconds(4, within: -20, between: 48)).kind == .steps)
  }
}
