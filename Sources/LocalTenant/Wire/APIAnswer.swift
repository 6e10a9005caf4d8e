/// What a call answers when it succeeds.
struct APIAnswer: Sendable, Equatable {
  var status: Int
  /// Nil for an answer without a body.
  var body: JSON?
  /// The query that leads to the next page, for lists that name it in a `Link` header.
  var nextQuery: String?

  init(status: Int, body: JSON? = nil, nextQuery: String? = nil) {
    self.status = status
    self.body = body
    self.nextQuery = nextQuery
  }

  /// 200 with a body.
  static func ok(_ body: JSON) -> APIAnswer { APIAnswer(status: 200, body: body) }

  /// 201 with `{}`, as most of the API's creations answer.
  static let created = APIAnswer(status: 201, body: [:])
  /// 202 with `{}`: what was asked for is yet to be done.
  static let accepted = APIAnswer(status: 202, body: [:])
  /// 204, which has no body.
  static let noContent = APIAnswer(status: 204)
}
