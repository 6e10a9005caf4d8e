/// The body of a refusal: `{"statusCode":403,"error":"Forbidden","message":"...","errorCode":"..."}`.
///
/// Every key may be missing; the status in the head is what counts.
struct ErrorBody: Decodable, Hashable, Sendable {
  /// What the tenant says, cut at 1,000 code points.
  let message: String?
  /// The tenant's own code, such as `insufficient_scope`.
  let errorCode: String?

  private enum CodingKeys: String, CodingKey {
    case message
    case error
    case errorCode
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func text(_ key: CodingKeys) -> String? {
      (try? container.decode(String.self, forKey: key)).map {
        String(String.UnicodeScalarView($0.unicodeScalars.prefix(1_000)))
      }
    }
    message = text(.message) ?? text(.error)
    errorCode = text(.errorCode)
  }
}
