/// Which changes of a run on record are asked for.
package struct RunFilter: Hashable, Sendable {
  /// What a name or an id of user, role, permission or organization holds, in any case; empty for all.
  package var text: String
  /// Whether only those are meant that were tried and are not as the plan wants them.
  package var isTroubleAlone: Bool

  /// A filter; unless said, of nothing.
  package init(text: String = "", isTroubleAlone: Bool = false) {
    self.text = text
    self.isTroubleAlone = isTroubleAlone
  }

  /// Whether every change fits.
  package var isEmpty: Bool { text.isEmpty && !isTroubleAlone }
}
