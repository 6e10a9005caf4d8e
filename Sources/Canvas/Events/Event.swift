/// Something that came from the terminal.
package enum Event: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted, as one piece; line ends are `\n`.
  case paste(String)
  /// The mouse did something.
  case mouse(Mouse)
  /// The terminal has another size now.
  case resized(Size)
  /// 250 ms have passed since a frame with this hold was first painted, and what had been typed before
  /// is gone.
  case settled(InputHold)
  /// The program is in the foreground again after a suspension.
  case resumed
}
