/// The parameters of a query, checked as the real API checks them.
struct QueryParameters: Sendable, Equatable {
  private let values: [String: [String]]

  /// Reads `name=value&name=value`.
  ///
  /// - Throws: 400 where an escape is broken.
  init(_ query: Substring) throws(APIError) {
    var values: [String: [String]] = [:]
    for pair in query.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = String(parts[0]).percentDecoded(plusIsSpace: true),
        let value = String(parts.count > 1 ? parts[1] : "").percentDecoded(plusIsSpace: true)
      else { throw .malformedTarget }
      values[name, default: []].append(value)
    }
    self.values = values
  }

  /// The last value given for this name.
  subscript(name: String) -> String? { values[name]?.last }

  /// The last value given for each name.
  var lastValues: [String: String] { values.compactMapValues(\.last) }

  /// Every value given for this name, in order.
  func all(_ name: String) -> [String] { values[name] ?? [] }

  /// A value that has to be there.
  func required(_ name: String, about: String) throws(APIError) -> String {
    guard let value = self[name], !value.isEmpty else {
      throw .invalidQuery("Missing required property: \(name)", property: name, about: about)
    }
    return value
  }

  /// A whole number within `range`, or nil where it is not given.
  func integer(_ name: String, in range: ClosedRange<Int>, about: String) throws(APIError) -> Int? {
    guard let text = self[name] else { return nil }
    guard let value = Int(text) else {
      throw .invalidQuery(
        "Expected type integer but found type string", property: name, about: about)
    }
    guard value >= range.lowerBound else {
      throw .invalidQuery(
        "Value \(value) is less than minimum \(range.lowerBound)", property: name, about: about)
    }
    guard value <= range.upperBound else {
      throw .invalidQuery(
        "Value \(value) is greater than maximum \(range.upperBound)", property: name, about: about)
    }
    return value
  }

  /// A truth value, or nil where it is not given.
  func boolean(_ name: String, about: String) throws(APIError) -> Bool? {
    switch self[name] {
    case nil: nil
    case "true": true
    case "false": false
    default:
      throw .invalidQuery(
        "Expected type boolean but found type string", property: name, about: about)
    }
  }
}

extension APIError {
  /// 400 in the words of the real API's schema validation.
  static func invalidQuery(_ problem: String, property: String, about: String) -> APIError {
    APIError(
      .badRequest, "Query validation error: '\(problem)' on property \(property) (\(about)).",
      code: "invalid_query_string")
  }
}
