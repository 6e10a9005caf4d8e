/// A frame's demand that nothing typed before it was painted may reach what it shows.
///
/// When a frame is painted whose hold differs from the one before, the terminal throws away all input
/// that waits, and 250 ms later says `Event.settled` with the same value. A frame that repeats the hold
/// starts nothing.
package struct InputHold: Hashable, Sendable {
  /// Which content it stands for: another number means that what is shown has changed.
  package var revision: Int

  /// A hold for one state of one content.
  package init(revision: Int) {
    self.revision = revision
  }
}
