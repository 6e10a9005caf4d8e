/// An organization's id, such as `org_9ybsU1dN2dKfDkBi`.
package struct OrganizationID: RawRepresentable, Hashable, Sendable, Codable, Comparable {
  /// The id as sent.
  package let rawValue: String

  /// An id as sent; nothing is checked.
  package init(rawValue: String) { self.rawValue = rawValue }

  /// An id as sent; nothing is checked.
  package init(_ rawValue: String) { self.rawValue = rawValue }

  package init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }

  package static func < (left: OrganizationID, right: OrganizationID) -> Bool {
    left.rawValue < right.rawValue
  }
}
