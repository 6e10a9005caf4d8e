import FoundationEssentials

extension KeyedDecodingContainer {
  /// The value of a key, or `nil` where it is absent, null or of another type.
  ///
  /// The API's own document and its traffic disagree in places; one odd field must not hide a user.
  func tolerantly<Value: Decodable>(_ type: Value.Type, _ key: Key) -> Value? {
    (try? decodeIfPresent(type, forKey: key)) ?? nil
  }

  /// The date of a key, or `nil` where it is absent or no date.
  func tolerantDate(_ key: Key) -> Date? {
    guard let text = tolerantly(String.self, key) else { return nil }
    return Date(timestamp: text)
  }
}
