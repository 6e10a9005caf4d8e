/// What became of one change, as it was read back from the tenant.
package struct ChangeOutcome: Hashable, Sendable {
  /// What is known to be so.
  package enum State: Hashable, Sendable {
    /// The call was accepted, and reading again shows that it is so.
    case done
    /// It was so already, and not by this change.
    case alreadySo
    /// The call was accepted, but reading again still shows the old state.
    case notInEffect
    /// Nothing changed, for this reason.
    case failed(APIError)
    /// It was sent, and nobody knows: the answer or the reading afterwards failed.
    case unknown(APIError)
  }

  /// The change.
  package var change: Change
  /// What became of it.
  package var state: State

  /// An outcome.
  package init(_ change: Change, _ state: State) {
    self.change = change
    self.state = state
  }
}
