/// The number of a run in a tenant's journal: 1, 2, 3 and so on, never used twice.
package struct RunNumber: RawRepresentable, Hashable, Comparable, Sendable {
  package var rawValue: Int

  package init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// The run of a number.
  package init(_ number: Int) {
    self.rawValue = number
  }

  package static func < (first: RunNumber, second: RunNumber) -> Bool {
    first.rawValue < second.rawValue
  }
}

extension RunNumber: CustomStringConvertible {
  package var description: String { "\(rawValue)" }
}

extension RunNumber: Codable {
  package init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(Int.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
