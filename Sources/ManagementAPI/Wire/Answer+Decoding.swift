import AccessModel
import FoundationEssentials

extension Answer {
  /// Reads the body of a successful answer.
  ///
  /// - Throws: `APIError` for any other answer, and of `unreadableAnswer` for a body that is not what
  ///   the operation sends.
  func decoded<Value: Decodable>(
    _ type: Value.Type, for operation: Operation
  ) throws(APIError) -> Value {
    try check(for: operation)
    do {
      return try JSONDecoder().decode(type, from: Data(body))
    } catch {
      throw unreadable(operation, because: (error as? DecodingError).map(fault) ?? "it is not JSON")
    }
  }

  /// Says that the answer is not what the operation sends.
  func unreadable(_ operation: Operation, because reason: String) -> APIError {
    APIError(.unreadableAnswer, operation, status: status, detail: reason)
  }

  /// What is wrong with the body, without any of its values.
  private func fault(_ error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, let context):
      "\(place(context.codingPath + [key])) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "\(place(context.codingPath)) is of another type"
    default: notJSON
    }
  }

  private var notJSON: String {
    guard let first = body.first(where: { $0 > UInt8(ascii: " ") }) else { return "it is empty" }
    return first == UInt8(ascii: "<") ? "it is a web page" : "it is not JSON"
  }

  private func place(_ path: [any CodingKey]) -> String {
    guard !path.isEmpty else { return "the whole" }
    return path.reduce(into: "") { text, key in
      if let index = key.intValue {
        text += "[\(index)]"
      } else {
        text += (text.isEmpty ? "" : ".") + key.stringValue
      }
    }
  }
}
