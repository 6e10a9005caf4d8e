/// Where a run stands.
package enum RunState: String, Hashable, Sendable, Codable, CaseIterable {
  /// It is under way.
  case open
  /// It waits for somebody to go on with it.
  case paused
  /// Its process ended before it did; what was on its way is uncertain.
  case interrupted
  /// It came to its end.
  case done
  /// Somebody ended it early.
  case cancelled

  /// Whether it can go on.
  package var canGoOn: Bool {
    switch self {
    case .open, .paused, .interrupted: true
    case .done, .cancelled: false
    }
  }
}

/// That a run came to stand elsewhere.
package struct RunStep: Hashable, Sendable, Codable {
  /// Where it stands now.
  package var state: RunState
  /// Why, in a sentence; `nil` where nothing is to be said.
  package var reason: String?
  /// Who goes on with it, where somebody does.
  package var by: RunOperator?
  /// When, by this machine's clock.
  package var at: Timestamp

  /// A step from its parts.
  package init(_ state: RunState, reason: String? = nil, by: RunOperator? = nil, at: Timestamp) {
    self.state = state
    self.reason = reason
    self.by = by
    self.at = at
  }
}
