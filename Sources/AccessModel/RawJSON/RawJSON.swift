/// An answer's body as the tenant sent it, shown to people with its secrets hidden.
///
/// Key order, the spelling of numbers and the escapes in strings stay as sent. The body is user data
/// and may hold tokens of identity providers (`identities[].access_token`): every way to print this
/// value hides them, and only ``bytes`` does not.
package struct RawJSON: Hashable, Sendable {
  /// The body as sent, secrets included: for decoding, never for showing.
  package let bytes: [UInt8]

  /// A body as sent; nothing is checked.
  package init(bytes: [UInt8]) { self.bytes = bytes }

  /// The document over many lines, with the values of secret keys replaced by `"(hidden)"`.
  ///
  /// A line holds no line feed; control characters in strings stay escaped as sent. What else a tenant
  /// put into its strings passes the text gate where it is shown.
  ///
  /// - Parameter indent: How many spaces a level is set in.
  /// - Throws: ``Malformed`` where the bytes are no JSON, or nested deeper than
  ///   ``Malformed/depthLimit``. Nothing of them is shown then, for nobody could tell what is secret.
  package func lines(indent: Int = 2) throws(Malformed) -> [String] {
    var printer = JSONPrinter(bytes: bytes, indent: max(0, indent))
    return try printer.print()
  }

  /// The lines of ``lines(indent:)`` as one text, for copying; says so where the bytes are no JSON.
  package var redactedText: String {
    do {
      return try lines().joined(separator: "\n")
    } catch {
      return "(\(error.description))"
    }
  }
}

extension RawJSON: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// How many bytes there are, and none of them.
  package var description: String { "RawJSON(\(bytes.count) bytes)" }

  /// The same as ``description``.
  package var debugDescription: String { description }

  /// A mirror without the bytes, so that `dump` shows none.
  package var customMirror: Mirror { Mirror(self, children: ["count": bytes.count]) }
}
