extension RawJSON {
  /// Why bytes are no JSON that can be shown, and where.
  package struct Malformed: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    package enum Reason: Hashable, Sendable {
      /// The bytes end before the document does.
      case truncated
      /// A byte that cannot stand here.
      case unexpectedByte
      /// Containers nested deeper than ``RawJSON/Malformed/depthLimit``.
      case tooDeep
    }

    /// How many containers may stand within each other.
    package static let depthLimit = 64

    /// What is wrong.
    package var reason: Reason
    /// The offset of the byte in question, from 0.
    package var offset: Int

    /// A fault at an offset.
    package init(_ reason: Reason, offset: Int) {
      self.reason = reason
      self.offset = offset
    }

    /// What is wrong, in words; holds none of the bytes.
    package var description: String {
      switch reason {
      case .truncated: "not JSON: it ends after \(offset) bytes, before the document does"
      case .unexpectedByte: "not JSON: byte \(offset) cannot stand where it does"
      case .tooDeep: "nested more than \(Self.depthLimit) levels deep at byte \(offset)"
      }
    }
  }
}
