package import Canvas

/// A program that the loop can run: state in, frame out.
///
/// Neither method may read a clock, do input or output, or wait: time arrives as a message, work leaves
/// as effects.
package protocol TerminalProgram {
  /// What can happen to the program.
  associatedtype Message: Sendable
  /// What the program can ask for.
  associatedtype Effect: Sendable

  /// The message that stands for a terminal event.
  static func message(for event: Event) -> Message

  /// Takes in one message and says what is to be done about it.
  mutating func update(_ message: Message) -> [Effect]

  /// The whole of the screen at a size.
  func view(size: Size) -> Frame

  /// Set once the program wants to end.
  var isFinished: Bool { get }
}
