/// One operation of the API.
struct Route: Sendable {
  /// The methods that the API's operations have.
  enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
    case patch = "PATCH"
    case delete = "DELETE"
  }

  /// What answers a call of the operation.
  typealias Handler = @Sendable (APICall, TenantStore) throws(APIError) -> APIAnswer

  let method: Method
  /// The path below `/api/v2`; a segment in braces stands for any text.
  let path: String
  let scopes: ScopeRule
  /// What the tenant's log calls the operation, for those that change something.
  let summary: String?
  /// Whose rate limit a call counts against.
  let family: LimitFamily
  let handle: Handler

  private let segments: [String]

  init(
    _ method: Method, _ path: String, _ scopes: ScopeRule, _ summary: String? = nil,
    family: LimitFamily = .other, _ handle: @escaping Handler
  ) {
    self.method = method
    self.path = path
    self.scopes = scopes
    self.summary = summary
    self.family = family
    self.handle = handle
    segments = path.split(separator: "/").map(String.init)
  }

  /// What the placeholders stand for in these segments, or nil where the path is another.
  func parameters(in target: ArraySlice<String>) -> [String]? {
    guard target.count == segments.count else { return nil }
    var parameters: [String] = []
    for (segment, text) in zip(segments, target) {
      if segment.hasPrefix("{") {
        guard !text.isEmpty else { return nil }
        parameters.append(text)
      } else if segment != text {
        return nil
      }
    }
    return parameters
  }
}
