/// A text that is never shown: a token, a client secret, a private key.
///
/// However it is printed, interpolated, reflected or dumped, it reads `(redacted)`. It cannot be
/// encoded. Only this target, which sends it, can read it.
package struct Secret: Hashable, Sendable {
  /// The text itself, for a header or a body of a call.
  let exposed: String

  /// Takes a text in.
  package init(_ text: String) { exposed = text }

  /// Whether there is nothing to hide.
  package var isEmpty: Bool { exposed.isEmpty }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// `(redacted)`.
  package var description: String { "(redacted)" }

  /// `(redacted)`.
  package var debugDescription: String { description }

  /// A mirror without the text.
  package var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
