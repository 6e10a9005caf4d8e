/// That `u` takes back this operator's last plan of this session, for as long as that is offered.
package struct UndoOffer: Hashable, Sendable {
  /// The run that is taken back.
  package let run: String
  /// When it ended.
  package let endedAt: Timestamp

  /// For how long it is offered, in milliseconds: 15 minutes.
  ///
  /// Later it is found under Changes.
  package static let duration: Int64 = 15 * 60 * 1_000

  /// An offer.
  package init(run: String, endedAt: Timestamp) {
    self.run = run
    self.endedAt = endedAt
  }

  /// Whether it still stands; a clock that was set back ends it as well.
  package func stands(at now: Timestamp) -> Bool {
    (0..<Self.duration).contains(now.milliseconds - endedAt.milliseconds)
  }
}
