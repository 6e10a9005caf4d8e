/// The address of an export's file: whoever has it can read every user for a minute, so that it is never
/// shown.
package struct ExportLocation: Hashable, Sendable {
  /// The address as sent: for downloading, never for showing.
  package let address: String

  /// An address as sent; nothing is checked.
  package init(_ address: String) { self.address = address }
}

extension ExportLocation: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// That there is one, and nothing of it.
  package var description: String { "ExportLocation(redacted)" }

  /// The same as ``description``.
  package var debugDescription: String { description }

  /// A mirror without the address, so that `dump` shows none.
  package var customMirror: Mirror { Mirror(self, children: []) }
}
